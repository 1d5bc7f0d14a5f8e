package io.billingcenter.jobs.metering;

import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.metering.plan.RemoteFile;
import io.billingcenter.domain.metering.plan.StagedFile;
import io.billingcenter.domain.metering.plan.StagingPlan;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.usage.WorkspaceDay;
import io.billingcenter.readers.files.traffic.TrafficFolder;
import io.billingcenter.readers.tables.metering.StagedFileReader;
import io.billingcenter.remote.traffic.RemoteTraffic;
import io.billingcenter.writers.files.metering.StagingFolder;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A comparison of a remote traffic store with its copies, for the billing days of the late window. */
final class StoreListing {

    private static final Logger LOG = LoggerFactory.getLogger(StoreListing.class);

    /** Workspaces that are listed, then compared, at a time. */
    private static final int PAGE = 200;
    /** A name after those of all workspaces. */
    private static final String AFTER_ALL = "~";

    private final RemoteTraffic remote;
    private final RemoteCalls calls;
    private final StagedFileReader known;
    private final StagingFolder staging;
    private final BillingDay first;
    private final BillingDay last;
    private final BillingDay firstRecent;
    private Predicate<WorkspaceDay> rereads = day -> false;

    /**
     * A comparison for some days.
     *
     * @param last last day, included
     * @param recentDays number of days, up to the last one that was staged, of which lost workspace-days are counted
     */
    StoreListing(
            RemoteTraffic remote,
            RemoteCalls calls,
            StagedFileReader known,
            StagingFolder staging,
            BillingDay first,
            BillingDay last,
            int recentDays) {
        this.remote = remote;
        this.calls = calls;
        this.known = known;
        this.staging = staging;
        this.first = first;
        this.last = last;
        // A rerun of an old day looks at days that may be archived, and counts none of them.
        this.firstRecent = known.lastDay().orElse(last).minusDays(recentDays - 1);
    }

    /**
     * Lists and compares everything.
     *
     * @param wholeUntil files that were changed later may still be written, if the store shows such files
     * @param rereads workspace-days whose files are fetched again if their store has no versions to compare
     * @throws IOException if anything cannot be listed
     */
    StoreChanges compare(Instant wholeUntil, Predicate<WorkspaceDay> rereads) throws IOException {
        List<WorkspaceId> workspaces = List.copyOf(calls.call(remote, RemoteTraffic::workspaces));
        this.rereads = rereads;
        StoreChanges changes = new StoreChanges();
        String after = "";
        for (int from = 0; ; from += PAGE) {
            int to = Math.min(from + PAGE, workspaces.size());
            String upTo =
                    to == workspaces.size() ? AFTER_ALL : workspaces.get(to - 1).value();
            compare(workspaces.subList(from, to), known.of(first, last, after, upTo), wholeUntil, changes);
            if (to == workspaces.size()) {
                return changes;
            }
            after = upTo;
        }
    }

    private void compare(
            List<WorkspaceId> workspaces,
            Map<WorkspaceDay, List<StagedFile>> before,
            Instant wholeUntil,
            StoreChanges changes)
            throws IOException {
        Map<WorkspaceDay, List<RemoteFile>> listed = new HashMap<>();
        for (List<RemoteFile> files : calls.all(workspaces, workspace -> remote.files(workspace, first, last))) {
            for (RemoteFile file : files) {
                if (TrafficFolder.isRead(file.name())) {
                    listed.computeIfAbsent(file.workspaceDay(), day -> new ArrayList<>())
                            .add(file);
                } else {
                    LOG.warn(
                            "Ignored, since it is no traffic file: {}",
                            remote.address(file.workspaceDay(), file.name()));
                }
            }
        }
        Set<WorkspaceDay> days = new TreeSet<>(listed.keySet());
        days.addAll(before.keySet());
        for (WorkspaceDay day : days) {
            List<RemoteFile> files = listed.getOrDefault(day, List.of());
            List<StagedFile> staged = before.getOrDefault(day, List.of());
            count(day, files, staged, changes);
            changes.add(plan(day, files, staged, wholeUntil, changes));
        }
    }

    private void count(WorkspaceDay day, List<RemoteFile> files, List<StagedFile> staged, StoreChanges changes) {
        if (!day.day().isBefore(firstRecent) && staged.stream().anyMatch(StagedFile::listed)) {
            changes.addRecent(day, files.isEmpty());
        }
    }

    private StagingPlan plan(
            WorkspaceDay day, List<RemoteFile> files, List<StagedFile> staged, Instant wholeUntil, StoreChanges changes)
            throws IOException {
        List<RemoteFile> whole = files;
        if (remote.showsParts()
                && files.stream().anyMatch(file -> file.modified().isAfter(wholeUntil))) {
            UploadState state = UploadState.of(remote, calls, files, wholeUntil);
            whole = state.whole();
            state.unfinished().forEach(changes::addUnfinished);
        }
        Set<String> names = new HashSet<>();
        files.forEach(file -> names.add(file.name()));
        boolean again = rereads.test(day);
        return StagingPlan.of(
                names,
                whole,
                staged,
                file -> !(again && file.version().isEmpty()) && staging.holds(file),
                staging.has(day));
    }
}
