package io.billingcenter.jobs.metering;

import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.control.Digests;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.usage.ListedTask;
import io.billingcenter.domain.usage.MeteringTermsBook;
import io.billingcenter.domain.usage.WorkspaceDay;
import io.billingcenter.jobs.launch.RunRequest;
import io.billingcenter.readers.metering.ReadingHistory;
import io.billingcenter.readers.metering.ReadingHistory.Reading;
import io.billingcenter.readers.traffic.TrafficFolder;
import io.billingcenter.readers.traffic.TrafficFolder.ListedDay;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the workspace-days whose files or terms are not those that were read last: of the day, and of earlier days. Those
 * older than the late window are not billed by themselves; they are told apart and held.
 */
final class ListTraffic {

    private static final Logger LOG = LoggerFactory.getLogger(ListTraffic.class);
    private static final int BATCH_DAYS = 5_000;
    private static final int HALF_A_DIGEST = 32;

    private final TrafficFolder folder;
    private final ReadingHistory history;
    private final MeteringTermsBook terms;
    private final RunRequest request;
    private final BillingDay firstDay;

    private final List<ListedDay> batch = new ArrayList<>();
    private final List<ListedTask> tasks = new ArrayList<>();
    private final MessageDigest listing = Digests.sha256();

    /**
     * A listing for a run.
     *
     * @param lateWindowDays days before the day of the run that are still billed by themselves
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
     * @param late takes changed workspace-days that are older than the late window
     */
    List<ListedTask> list(Consumer<ListedTask> late) throws IOException {
        folder.list(
                day -> !request.requireDay().isBefore(day),
                day -> {
                    batch.add(day);
                    if (batch.size() >= BATCH_DAYS) {
                        compare(late);
                    }
                },
                ignored -> LOG.warn("Ignored, since it is no traffic file: {}", ignored));
        compare(late);
        return tasks;
    }

    /** Digest of everything that was listed, files and terms; 64 hex digits. To be asked once, after the listing. */
    String digest() {
        return HexFormat.of().formatHex(listing.digest());
    }

    /** Compares the listed days with what was read before, with one query for all of them. */
    private void compare(Consumer<ListedTask> late) {
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
            Reading lastReading = readings.get(day.workspaceDay());
            ListedTask task = taskOf(day, lastReading);
            if (task != null) {
                boolean inWindow = !day.workspaceDay().day().isBefore(firstDay) || rereads(day.workspaceDay());
                if (inWindow) {
                    tasks.add(task);
                } else if (hasOtherFiles(task, lastReading)) {
                    late.accept(task);
                }
            }
        }
        batch.clear();
    }

    /** Other terms alone are no late files. */
    private static boolean hasOtherFiles(ListedTask task, @Nullable Reading lastReading) {
        return lastReading == null
                || !lastReading.inputDigest().startsWith(task.inputDigest().substring(0, HALF_A_DIGEST));
    }

    private @Nullable ListedTask taskOf(ListedDay day, @Nullable Reading lastReading) {
        boolean nothingEver = lastReading == null && day.files().isEmpty();
        if (nothingEver) {
            return null;
        }
        String inputDigest = digestOf(day);
        listing.update((day.workspaceDay() + " " + inputDigest + "\n").getBytes(StandardCharsets.UTF_8));
        boolean sameInput = lastReading != null && lastReading.inputDigest().equals(inputDigest);
        if (sameInput && !rereads(day.workspaceDay())) {
            return null;
        }
        int reading = lastReading == null ? 1 : lastReading.number() + 1;
        return new ListedTask(day.workspaceDay(), reading, inputDigest, day.files());
    }

    private boolean rereads(WorkspaceDay workspaceDay) {
        return request.rereads(workspaceDay.workspace(), workspaceDay.day());
    }

    /** Half of the digest of the files, then half of that of the terms. */
    private String digestOf(ListedDay day) {
        StringBuilder files = new StringBuilder();
        for (ListedTask.ListedFile file : day.files()) {
            files.append('\n')
                    .append(file.name())
                    .append('\0')
                    .append(file.sizeBytes())
                    .append('\0')
                    .append(file.modified());
        }
        return halfADigestOf(files.toString())
                + halfADigestOf(terms.termsOf(day.workspaceDay()).describe());
    }

    private static String halfADigestOf(String text) {
        return Digests.sha256(text).substring(0, HALF_A_DIGEST);
    }
}
