package io.billingcenter.jobs.metering;

import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.metering.plan.ListedTask;
import io.billingcenter.domain.usage.WorkspaceDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The findings of a walk through the traffic store; nothing is written before all of them are known. */
final class Listing {

    private final List<ListedTask> tasks = new ArrayList<>();
    private final List<ListedTask> late = new ArrayList<>();
    private final List<WorkspaceDay> recovered = new ArrayList<>();
    private final Map<WorkspaceDay, String> unlisted = new TreeMap<>();
    private final Set<WorkspaceId> unlistedWorkspaces = new TreeSet<>();
    private final Set<WorkspaceId> workspacesOfDay = new TreeSet<>();

    /** Returns the workspace-days to be read. */
    List<ListedTask> tasks() {
        return tasks;
    }

    /** Returns the workspace-days with new files that are older than the late window. */
    List<ListedTask> late() {
        return late;
    }

    /** Returns the workspace-days with missing input whose files are again those that count, or whose folder is gone. */
    List<WorkspaceDay> recovered() {
        return recovered;
    }

    /** Returns the workspace-days of the late window whose folder cannot be listed, each with a message. */
    Map<WorkspaceDay, String> unlisted() {
        return unlisted;
    }

    /** Returns the workspaces whose whole folder cannot be listed. */
    Set<WorkspaceId> unlistedWorkspaces() {
        return unlistedWorkspaces;
    }

    /** Returns the workspaces that have a folder for the day of the run. */
    Set<WorkspaceId> workspacesOfDay() {
        return workspacesOfDay;
    }
}
