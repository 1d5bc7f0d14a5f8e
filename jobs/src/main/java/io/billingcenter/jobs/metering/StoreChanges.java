package io.billingcenter.jobs.metering;

import io.billingcenter.domain.metering.plan.RemoteFile;
import io.billingcenter.domain.metering.plan.StagedFile;
import io.billingcenter.domain.metering.plan.StagingPlan;
import io.billingcenter.domain.usage.WorkspaceDay;
import java.util.ArrayList;
import java.util.List;

/** The differences between a remote store and its copies; nothing is changed before all of them are known. */
final class StoreChanges {

    private final List<RemoteFile> fetched = new ArrayList<>();
    private final List<StagedFile> gone = new ArrayList<>();
    private final List<StagedFile> archived = new ArrayList<>();
    private final List<StagedFile> back = new ArrayList<>();
    private final List<RemoteFile> unfinished = new ArrayList<>();
    private final List<WorkspaceDay> lost = new ArrayList<>();
    private int recent;

    void add(StagingPlan plan) {
        fetched.addAll(plan.fetched());
        gone.addAll(plan.gone());
        archived.addAll(plan.archived());
        back.addAll(plan.back());
    }

    void addUnfinished(RemoteFile file) {
        unfinished.add(file);
    }

    /** Counts a workspace-day of the last days that an earlier listing had. */
    void addRecent(WorkspaceDay day, boolean isLost) {
        recent++;
        if (isLost) {
            lost.add(day);
        }
    }

    /** Returns the files to be fetched, by workspace and day. */
    List<RemoteFile> fetched() {
        return fetched;
    }

    /** Returns the files that are gone from days of which others are there. */
    List<StagedFile> gone() {
        return gone;
    }

    /** Returns the files of days of which nothing is left. */
    List<StagedFile> archived() {
        return archived;
    }

    /** Returns the files that are listed again, as they were. */
    List<StagedFile> back() {
        return back;
    }

    /** Returns the files that are still being written. */
    List<RemoteFile> unfinished() {
        return unfinished;
    }

    /** Returns the workspace-days of the last days that an earlier listing had and this one has not. */
    List<WorkspaceDay> lost() {
        return lost;
    }

    /** Returns the number of workspace-days of the last days that an earlier listing had. */
    int recent() {
        return recent;
    }
}
