package io.billingcenter.domain.metering.plan;

import io.billingcenter.domain.metering.fold.Slice;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * How listed workspace-days are read: in which bin, in how many slices, with how much memory for tables and how many
 * threads. Bins are worked on at once, the readings of one after each other; so no more memory is in use than there is.
 *
 * <p>A <em>giant</em> is a large workspace-day with more than its share of all bytes. Its bin would be the last to end,
 * so it is read and folded by as many threads as its share of all bytes is worth, and it gets the memory that the others
 * leave. No result depends on the plan.
 */
public final class ReadingPlan {

    /**
     * A workspace-day or a slice of one, as it is to be read.
     *
     * @param bin from 0
     * @param tableBytes memory that its tables may take
     * @param threads that read it together: 1, but for a giant
     */
    public record PlannedReading(ListedTask task, Slice slice, int bin, long tableBytes, int threads) {

        /** The same for another slice of the workspace-day. */
        PlannedReading withSlice(Slice other) {
            return new PlannedReading(task, other, bin, tableBytes, threads);
        }
    }

    /** Below it a second thread gains nothing that can be noticed. */
    private static final long SMALLEST_GIANT_BYTES = 32 << 20;

    /** Part of the memory that the others keep beside a giant, at least. */
    private static final int SMALLEST_PART = 16;

    private final int threads;
    private final long tableBytes;
    private final RecordEstimate estimate;

    /**
     * Plans for a machine, by the sizes of files alone.
     *
     * @param threads bins worked on at once, at least 1
     * @param tableBytes memory that the tables of all of them may take
     */
    public ReadingPlan(int threads, long tableBytes) {
        this(threads, tableBytes, RecordEstimate.NONE);
    }

    /**
     * Plans for a machine.
     *
     * @param threads bins worked on at once, at least 1
     * @param tableBytes memory that the tables of all of them may take
     * @param estimate is asked for workspace-days that would be cut into slices by their size
     */
    public ReadingPlan(int threads, long tableBytes, RecordEstimate estimate) {
        this.estimate = estimate;
        this.threads = threads;
        this.tableBytes = tableBytes;
    }

    /** The readings of these workspace-days. */
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
            // The slices of a giant stay together, since each of them needs its memory.
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

    /** Memory for each workspace-day that is no giant: an equal part; beside a giant twice what is expected. */
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
