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
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collections;
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
    private static final int BATCH_DAYS = 5_000;
    private static final int SHORT_DIGEST_LENGTH = EarlierReading.FILES_DIGITS;

    private final TrafficFolder folder;
    private final ReadingHistory history;
    private final MeteringTermsBook terms;
    private final RunRequest request;
    private final BillingDay firstDay;

    private final List<ListedDay> batch = new ArrayList<>();
    private final Listing listing = new Listing();
    private Map<WorkspaceDay, Attempt> attempts = Map.of();
    private final MessageDigest listed = Digests.sha256();

    /**
     * A listing for a run.
     *
     * @param lateWindowDays days before the day of the run that are still billed automatically
     */
    ListTraffic(
            TrafficFolder folder,
            ReadingHistory history,
            MeteringTermsBook terms,
            RunRequest request,
            int lateWindowDays) {
        this.folder = folder;
        this.history = history;
        this.terms = terms;
        this.request = request;
        this.firstDay = request.requireDay().minusDays(lateWindowDays);
    }

    /**
     * Lists everything up to the day of the run.
     *
     * @throws TrafficStoreException when the store cannot be listed
     */
    Listing list() {
        attempts = new TreeMap<>(history.attemptsUpTo(request.requireDay()));
        try {
            folder.list(day -> !request.requireDay().isBefore(day), new Walk());
        } catch (IOException e) {
            throw new TrafficStoreException("Expected the traffic store to be listed, found: " + e.getMessage()
                    + "; nothing was changed. See that the store is there and may be read");
        }
        compare();
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

    /** Compares the listed days with their last readings, which one query returns for all of them. */
    private void compare() {
        if (batch.isEmpty()) {
            return;
        }
        WorkspaceId first = batch.get(0).workspaceDay().workspace();
        WorkspaceId last = batch.get(batch.size() - 1).workspaceDay().workspace();
        List<BillingDay> days =
                batch.stream().map(day -> day.workspaceDay().day()).toList();
        Map<WorkspaceDay, Reading> readings =
                history.between(first, last, Collections.min(days), Collections.max(days));
        for (ListedDay day : batch) {
            compare(day, readings.get(day.workspaceDay()));
        }
        batch.clear();
    }

    private void compare(ListedDay day, @Nullable Reading lastReading) {
        WorkspaceDay workspaceDay = day.workspaceDay();
        Attempt attempt = attempts.remove(workspaceDay);
        boolean nothingEver = lastReading == null && day.files().isEmpty();
        if (nothingEver && attempt == null) {
            return;
        }
        String inputDigest = digestOf(day);
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
        } else if (hasOtherFiles(task, lastReading)) {
            listing.late().add(task);
        }
    }

    /** Returns whether a day has late files; other terms alone are none, nor are files that are missing or inaccessible. */
    private boolean hasOtherFiles(ListedTask task, @Nullable Reading lastReading) {
        List<ListedFile> seen = task.files().stream().filter(ListedFile::isSeen).toList();
        if (lastReading == null || seen.isEmpty()) {
            return !seen.isEmpty();
        }
        boolean sameFiles =
                lastReading.inputDigest().startsWith(task.inputDigest().substring(0, SHORT_DIGEST_LENGTH));
        return !sameFiles && !filesOf(task.workspaceDay(), lastReading).containsAll(seen);
    }

    private Set<ListedFile> filesOf(WorkspaceDay day, Reading lastReading) {
        try {
            return history.filesOf(day);
        } catch (IllegalArgumentException | UncheckedIOException e) {
            if (!lastReading.purged()) {
                throw e;
            }
            // A night does not need the archive: the workspace-day is reported as late, which asks for a person.
            LOG.warn("{}", e.getMessage());
            return Set.of();
        }
    }

    private boolean rereads(WorkspaceDay workspaceDay) {
        return request.rereads(workspaceDay.workspace(), workspaceDay.day());
    }

    /** Returns half of the digest of the files, followed by half of that of the terms. */
    private String digestOf(ListedDay day) {
        StringBuilder files = new StringBuilder();
        for (ListedFile file : day.files()) {
            files.append('\n')
                    .append(file.name())
                    .append('\0')
                    .append(file.sizeBytes())
                    .append('\0')
                    .append(file.modified());
        }
        return shortDigestOf(files.toString())
                + shortDigestOf(terms.termsOf(day.workspaceDay()).describe());
    }

    private static String shortDigestOf(String text) {
        return Digests.sha256(text).substring(0, SHORT_DIGEST_LENGTH);
    }
}
