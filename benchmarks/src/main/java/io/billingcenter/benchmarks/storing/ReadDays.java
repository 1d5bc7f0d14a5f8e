package io.billingcenter.benchmarks.storing;

import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.digest.Digests;
import io.billingcenter.domain.metering.fold.FileTotals;
import io.billingcenter.domain.metering.fold.MeteredDay;
import io.billingcenter.domain.metering.fold.Slice;
import io.billingcenter.domain.metering.plan.ListedTask;
import io.billingcenter.domain.metering.plan.MeteredReading;
import io.billingcenter.domain.metering.plan.MeteringTask;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.usage.Measure;
import io.billingcenter.domain.usage.MeasureTier;
import io.billingcenter.domain.usage.WorkspaceDay;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Workspace-days as they are after reading: one file and 18 measures each. */
final class ReadDays {

    private static final BillingDay DAY = BillingDay.parse("2026-10-15");
    private static final String FILE = "traffic-0000.csv";
    private static final Instant MODIFIED = Instant.parse("2026-10-16T00:00:00Z");
    private static final long RECORDS = 100_000;
    private static final long DUPLICATES = 500;
    private static final long FILE_BYTES = 12_000_000;
    private static final ListedTask.ListedFile LISTED_FILE = new ListedTask.ListedFile(FILE, FILE_BYTES, MODIFIED);
    private static final int WORKSPACE_DIGITS = 6;
    private static final int HASH_DIGITS = 32;
    private static final int RETENTION_DAYS = 14;
    private static final long STEP = 7_919;

    private ReadDays() {}

    /** Returns that number of workspace-days, no two with the same figures. */
    static List<MeteredReading> make(int days) {
        return IntStream.range(0, days).mapToObj(ReadDays::day).toList();
    }

    /** Returns the row that listing stores for a workspace-day before it is read. */
    static ListedTask listed(MeteredReading reading) {
        MeteringTask task = reading.task();
        return new ListedTask(task.workspaceDay(), task.reading(), task.inputDigest(), List.of(LISTED_FILE));
    }

    private static MeteredReading day(int number) {
        String digits = Integer.toString(number);
        String workspace = "wksp_" + "0".repeat(Math.max(0, WORKSPACE_DIGITS - digits.length())) + digits;
        WorkspaceDay workspaceDay = new WorkspaceDay(new WorkspaceId(workspace), DAY);
        FileTotals file = new FileTotals(FILE, false, RECORDS, RECORDS - DUPLICATES, DUPLICATES, 0, 0);
        SortedMap<MeasureTier, BigInteger> measures = new TreeMap<>();
        for (Measure measure : Measure.values()) {
            if (measure != Measure.LOG_BYTES) {
                int retention = measure.ordinal() < Measure.REPLAY_SESSIONS.ordinal() ? RETENTION_DAYS : 0;
                measures.put(
                        new MeasureTier(measure, retention), BigInteger.valueOf(1 + number + STEP * measure.ordinal()));
            }
        }
        String inputDigest = Digests.sha256(workspace);
        MeteringTask task = new MeteringTask(
                workspaceDay,
                1,
                inputDigest,
                List.of(FILE),
                Slice.WHOLE,
                MeteringTask.Resources.NONE,
                null,
                List.of(LISTED_FILE));
        MeteredDay day = new MeteredDay(workspaceDay, List.of(file), measures, inputDigest.substring(0, HASH_DIGITS));
        return new MeteredReading(task, day, false);
    }
}
