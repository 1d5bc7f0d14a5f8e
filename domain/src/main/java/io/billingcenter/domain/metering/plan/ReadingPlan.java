package io.billingcenter.domain.metering.plan;

import io.billingcenter.domain.metering.fold.Slice;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Plans the reading of listed workspace-days: the bin, the number of slices, the memory for tables and the number of
 * threads of each. Bins are processed in parallel and the readings of a bin one after another, which bounds the memory
 * in use.
 *
 * <p>A <em>giant</em> is a large workspace-day with more than one bin's share of all bytes. Its bin would finish last,
 * so a giant is read by a number of threads in proportion to its share of all bytes, and it gets the memory that the
 * others leave. No result depends on the plan.
 */
public final class ReadingPlan {

    /**
     * A workspace-day, or a slice of one, with the bin and the resources to read it with.
     *
     * @param bin number of the bin, from 0
     * @param tableBytes memory for its tables
     * @param threads number of threads that read it together; 1 unless it is a giant
     */
    public record PlannedReading(ListedTask task, Slice slice, int bin, long tableBytes, int threads) {

        /** Returns the same reading for another slice of the workspace-day. */
        PlannedReading withSlice(Slice other) {
            return new PlannedReading(task, other, bin, tableBytes, threads);
        }
    }

    /** The size below which a second thread brings no noticeable gain. */
    private static final long SMALLEST_GIANT_BYTES = 32 << 20;

    /** The others keep at least this fraction of the memory beside a giant. */
    private static final int SMALLEST_PART = 16;

    private final int threads;
    private final long tableBytes;
    private final RecordEstimate estimate;

    /**
     * Creates a plan that uses file sizes alone.
     *
     * @param threads number of bins processed in parallel, at least 1
     * @param tableBytes memory for the tables of all bins together
     */
    public ReadingPlan(int threads, long tableBytes) {
        this(threads, tableBytes, RecordEstimate.NONE);
    }

    /**
     * Creates a plan that estimates the number of records of large workspace-days.
     *
     * @param threads number of bins processed in parallel, at least 1
     * @param tableBytes memory for the tables of all bins together
     * @param estimate used for workspace-days that would be sliced according to their size
     */
    public ReadingPlan(int threads, long tableBytes, RecordEstimate estimate) {
        this.estimate = estimate;
        this.threads = threads;
        this.tableBytes = tableBytes;
    }

    /** Returns the planned readings of the workspace-days. */
    public List<PlannedReading> of(List<ListedTask> tasks) {
        long totalBytes = tasks.stream().mapToLong(ListedTask::sizeBytes).sum();
        List<ListedTask> giants = tasks.stream()
                .filter(task -> isGiant(task.sizeBytes(), totalBytes))
                .toList();
        long share = share(tasks, giants);
        long giantShare = giants.isEmpty() ? share : (tableBytes - (threads - giants.size()) * share) / giants.size();
        List<PlannedReading> readings = new ArrayList<>();
        List<Long> sizes = new ArrayList<>();
        for (ListedTask task : tasks) {
            boolean giant = giants.contains(task);
            long bytes = giant ? giantShare : share;
            int slices = SlicePlan.slices(task, bytes, estimate);
            for (int slice = 0; slice < slices; slice++) {
                readings.add(new PlannedReading(
                        task, new Slice(slice, slices), 0, bytes, giant ? threadsOf(task, totalBytes) : 1));
            }
            // The slices of a giant stay in one bin, because each of them needs the giant's memory.
            sizes.addAll(
                    giant
                            ? List.of(Math.multiplyExact(task.sizeBytes(), (long) slices))
                            : Collections.nCopies(slices, task.sizeBytes()));
        }
        return withBins(readings, PartitionPlan.assign(sizes, threads));
    }

    private static List<PlannedReading> withBins(List<PlannedReading> readings, int[] bins) {
        List<PlannedReading> planned = new ArrayList<>(readings.size());
        int next = 0;
        for (PlannedReading reading : readings) {
            boolean withLast = reading.threads() > 1 && !reading.slice().isFirst();
            int bin = withLast ? bins[next - 1] : bins[next++];
            planned.add(
                    new PlannedReading(reading.task(), reading.slice(), bin, reading.tableBytes(), reading.threads()));
        }
        return planned;
    }

    private boolean isGiant(long bytes, long totalBytes) {
        return threads > 1 && bytes >= SMALLEST_GIANT_BYTES && bytes > totalBytes / threads;
    }

    private int threadsOf(ListedTask giant, long totalBytes) {
        BigInteger share = BigInteger.valueOf(giant.sizeBytes()).multiply(BigInteger.valueOf(threads));
        BigInteger total = BigInteger.valueOf(totalBytes);
        return share.add(total).subtract(BigInteger.ONE).divide(total).intValueExact();
    }

    /**
     * Returns the memory of a workspace-day that is no giant: an equal part, or beside a giant twice the expected need.
     */
    private long share(List<ListedTask> tasks, List<ListedTask> giants) {
        if (giants.isEmpty()) {
            return Math.max(1, tableBytes / threads);
        }
        long largest = tasks.stream()
                .filter(task -> !giants.contains(task))
                .mapToLong(task -> SlicePlan.tableBytes(task.files()))
                .max()
                .orElse(0);
        return Math.max(1, Math.min(tableBytes / threads, Math.max(2 * largest, tableBytes / SMALLEST_PART)));
    }
}
