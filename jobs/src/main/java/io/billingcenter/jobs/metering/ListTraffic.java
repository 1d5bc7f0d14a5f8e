package io.billingcenter.jobs.metering;

import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.digest.Digests;
import io.billingcenter.domain.metering.fold.MeteringTermsBook;
import io.billingcenter.domain.metering.plan.EarlierReading;
import io.billingcenter.domain.metering.plan.ListedTask;
import io.billingcenter.domain.metering.plan.ListedTask.ListedFile;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.usage.WorkspaceDay;
import io.billingcenter.jobs.launch.RunRequest;
import io.billingcenter.readers.files.traffic.TrafficFolder;
import io.billingcenter.readers.files.traffic.TrafficFolder.ListedDay;
import io.billingcenter.readers.files.traffic.TrafficStoreException;
import io.billingcenter.readers.tables.metering.ReadingHistory;
import io.billingcenter.readers.tables.metering.ReadingHistory.Attempt;
import io.billingcenter.readers.tables.metering.ReadingHistory.Reading;
import io.billingcenter.readers.tables.paging.WorkspaceRange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A listing of the workspace-days, up to the day of the run, whose files or terms differ from those of their last reading.
 * Those older than the late window are not billed automatically; they are listed separately and held.
 */
final class ListTraffic {

    private static final Logger LOG = LoggerFactory.getLogger(ListTraffic.class);
    private static final int BATCH_DAYS = 20_000;
    private static final int SHORT_DIGEST_LENGTH = EarlierReading.FILES_DIGITS;

    /** The workspace-days whose copies were dropped from the folder after they were read. */
    interface DroppedDays {

        /** Returns them as a walk through the folder would list them, from the first day to the last. */
        List<ListedDay> between(BillingDay first, BillingDay last);
    }

    private final TrafficFolder folder;
    private final DroppedDays dropped;
    private final ReadingHistory history;
    private final InputDigests digests;
    private final RunRequest request;
    private final BillingDay firstDay;

    private final int threads;
    private final List<ListedDay> batch = new ArrayList<>();
    private final List<ListedTask> otherFiles = new ArrayList<>();
    private final Listing listing = new Listing();
    private Map<WorkspaceDay, Attempt> attempts = Map.of();
    private final MessageDigest listed = Digests.sha256();

    /**
     * A listing for a run.
     *
     * @param dropped the days whose files are no longer in the folder, though they count
     * @param lateWindowDays days before the day of the run that are still billed automatically
     * @param threads threads that walk through the folder
     */
    ListTraffic(
            TrafficFolder folder,
            DroppedDays dropped,
            ReadingHistory history,
            MeteringTermsBook terms,
            RunRequest request,
            int lateWindowDays,
            int threads) {
        this.folder = folder;
        this.dropped = dropped;
        this.history = history;
        this.digests = new InputDigests(terms);
        this.request = request;
        this.firstDay = request.requireDay().minusDays(lateWindowDays);
        this.threads = threads;
    }

    /**
     * Lists everything up to the day of the run.
     *
     * @throws TrafficStoreException when the store cannot be listed
     */
    Listing list() {
        attempts = new TreeMap<>(history.attemptsUpTo(request.requireDay()));
        try {
            Walk walk = new Walk();
            folder.list(day -> !request.requireDay().isBefore(day), threads, walk);
            // Each batch has its workspaces in order.
            compare();
            dropped.between(firstDay, request.requireDay()).forEach(walk::day);
        } catch (IOException e) {
            throw new TrafficStoreException("Expected the traffic store to be listed, found: " + e.getMessage()
                    + "; nothing was changed. See that the store is there and may be read");
        }
        compare();
        listing.late().sort(Comparator.comparing(ListedTask::workspaceDay));
        attempts.forEach((day, attempt) -> {
            if (!attempt.counts() && isArchived(day)) {
                listing.recovered().add(day);
            }
        });
        return listing;
    }

    private boolean isArchived(WorkspaceDay day) {
        return !listing.unlistedWorkspaces().contains(day.workspace()) && folder.isGone(day);
    }

    /** Receives the findings of a walk through the folder. */
    private final class Walk implements TrafficFolder.Findings {

        @Override
        public void day(ListedDay day) {
            if (day.workspaceDay().day().equals(request.requireDay())) {
                listing.workspacesOfDay().add(day.workspaceDay().workspace());
            }
            batch.add(day);
            if (batch.size() >= BATCH_DAYS) {
                compare();
            }
        }

        @Override
        public void ignored(Path path) {
            LOG.warn("Ignored, since it is no traffic file: {}", path);
        }

        @Override
        public void unlisted(WorkspaceId workspace, @Nullable BillingDay day, String reason) {
            LOG.warn("{}", reason);
            WorkspaceDay of = new WorkspaceDay(workspace, day == null ? request.requireDay() : day);
            attempts.remove(of);
            if (day == null) {
                listing.unlistedWorkspaces().add(workspace);
            }
            if (isInWindow(of)) {
                listing.unlisted().put(of, reason);
            }
        }
    }

    private boolean isInWindow(WorkspaceDay day) {
        return !day.day().isBefore(firstDay) || rereads(day);
    }

    /** Returns the digest of all listed files and terms, 64 hex digits; to be called once, after the listing. */
    String digest() {
        return HexFormat.of().formatHex(listed.digest());
    }

    /** Compares the listed days with their last readings, which one query returns for each billing day among them. */
    private void compare() {
        Map<BillingDay, Map<WorkspaceId, Reading>> readings = new HashMap<>();
        rangesOf(batch.stream().map(ListedDay::workspaceDay).toList())
                .forEach((day, range) -> readings.put(day, history.lastReadings(day, range)));
        for (ListedDay listed : batch) {
            WorkspaceDay of = listed.workspaceDay();
            compare(listed, readings.getOrDefault(of.day(), Map.of()).get(of.workspace()));
        }
        batch.clear();
        decideOtherFiles();
    }

    private void compare(ListedDay day, @Nullable Reading lastReading) {
        WorkspaceDay workspaceDay = day.workspaceDay();
        Attempt attempt = attempts.remove(workspaceDay);
        boolean nothingEver = lastReading == null && day.files().isEmpty();
        if (nothingEver && attempt == null) {
            return;
        }
        String inputDigest = digests.of(day);
        listed.update((workspaceDay + " " + inputDigest + "\n").getBytes(StandardCharsets.UTF_8));
        if (!rereads(workspaceDay)) {
            if (attempt != null && attempt.inputDigest().equals(inputDigest)) {
                if (!attempt.mayPass()) {
                    return;
                }
            } else if (lastReading != null && lastReading.inputDigest().equals(inputDigest)) {
                if (attempt != null) {
                    listing.recovered().add(workspaceDay);
                }
                return;
            }
        }
        int reading = lastReading == null ? 1 : lastReading.number() + 1;
        ListedTask task = new ListedTask(workspaceDay, reading, inputDigest, day.files());
        boolean isPurged = lastReading != null && lastReading.purged();
        if (isInWindow(workspaceDay) && !isPurged) {
            listing.tasks().add(task);
        } else {
            noteLate(task, lastReading);
        }
    }

    /**
     * Notes late files of a day before the window; other terms alone are none, nor are files that are missing or
     * inaccessible. Whether files of a day that was read are others than those it was read from is decided for the batch.
     */
    private void noteLate(ListedTask task, @Nullable Reading lastReading) {
        if (task.files().stream().noneMatch(ListedFile::isSeen)) {
            return;
        }
        if (lastReading == null) {
            listing.late().add(task);
            return;
        }
        boolean sameFiles =
                lastReading.inputDigest().startsWith(task.inputDigest().substring(0, SHORT_DIGEST_LENGTH));
        if (sameFiles) {
            return;
        }
        if (!lastReading.purged()) {
            otherFiles.add(task);
        } else if (hasOtherFiles(task, archivedFilesOf(task.workspaceDay()))) {
            listing.late().add(task);
        }
    }

    private Set<ListedFile> archivedFilesOf(WorkspaceDay day) {
        try {
            return history.filesOf(day);
        } catch (IllegalArgumentException | UncheckedIOException e) {
            // A night does not need the archive: the workspace-day is reported as late, which asks for a person.
            LOG.warn("{}", e.getMessage());
            return Set.of();
        }
    }

    private static boolean hasOtherFiles(ListedTask task, Set<ListedFile> known) {
        return task.files().stream().anyMatch(file -> file.isSeen() && !known.contains(file));
    }

    private void decideOtherFiles() {
        Map<WorkspaceDay, Set<ListedFile>> known = new HashMap<>();
        rangesOf(otherFiles.stream().map(ListedTask::workspaceDay).toList())
                .forEach((day, range) -> known.putAll(history.filesOf(day, range)));
        for (ListedTask task : otherFiles) {
            if (hasOtherFiles(task, known.getOrDefault(task.workspaceDay(), Set.of()))) {
                listing.late().add(task);
            }
        }
        otherFiles.clear();
    }

    /** Returns for each day the range of the workspaces that are listed for it, which are in order. */
    private static Map<BillingDay, WorkspaceRange> rangesOf(List<WorkspaceDay> inOrder) {
        Map<BillingDay, WorkspaceRange> ranges = new TreeMap<>();
        for (WorkspaceDay listed : inOrder) {
            String workspace = listed.workspace().value();
            ranges.merge(
                    listed.day(),
                    new WorkspaceRange(workspace, workspace),
                    (range, last) -> new WorkspaceRange(range.first(), last.last()));
        }
        return ranges;
    }

    private boolean rereads(WorkspaceDay workspaceDay) {
        return request.rereads(workspaceDay.workspace(), workspaceDay.day());
    }
}
