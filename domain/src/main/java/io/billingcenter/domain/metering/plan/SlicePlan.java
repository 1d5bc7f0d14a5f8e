package io.billingcenter.domain.metering.plan;

import io.billingcenter.domain.metering.plan.ListedTask.ListedFile;
import java.util.List;
import java.util.OptionalLong;

/**
 * Determines the number of slices that keeps the tables of a workspace-day within a memory budget. The number is an
 * estimate from file sizes for typical traffic. Neither results nor memory safety depend on it, because a slice that
 * turns out to be too large is divided further.
 */
public final class SlicePlan {

    /** The size of a record with a UUID and few other texts. */
    private static final long BYTES_OF_A_RECORD = 100;

    /** Id, content and place, plus a slot of a table that is half full at its largest size. */
    private static final long ID_BYTES = 5 * Long.BYTES + 16;

    /** Assumes that every second record has an entity of its own, with a value. */
    private static final long ENTITY_BYTES = (3 * Long.BYTES + 16) / 2;

    /** The assumed compression ratio of records with random ids. */
    private static final long COMPRESSION = 5;

    private SlicePlan() {}

    /** Returns the memory in bytes that the tables for the files are expected to need at the same time. */
    public static long tableBytes(List<ListedFile> files) {
        long textBytes = 0;
        for (ListedFile file : files) {
            boolean compressed = file.name().endsWith(".gz") || file.name().endsWith(".zst");
            textBytes = Math.addExact(textBytes, Math.multiplyExact(file.sizeBytes(), compressed ? COMPRESSION : 1));
        }
        return tableBytes(textBytes / BYTES_OF_A_RECORD);
    }

    /** Returns the memory in bytes that the tables for a number of records are expected to need at the same time. */
    public static long tableBytes(long records) {
        return Math.multiplyExact(records, ID_BYTES + ENTITY_BYTES);
    }

    /**
     * Returns the number of slices expected to keep the tables of each within the budget. Every slice reads all files,
     * so the number is as small as possible.
     *
     * @param budgetBytes memory for the tables of one reading, more than 0
     */
    public static int slices(List<ListedFile> files, long budgetBytes) {
        return slicesOf(tableBytes(files), budgetBytes);
    }

    /**
     * Returns the number of slices, consulting the estimate where file sizes alone would slice the day: long records
     * have few ids, short ones many.
     *
     * @param estimate consulted only if the day would be sliced
     */
    static int slices(ListedTask task, long budgetBytes, RecordEstimate estimate) {
        int bySize = slices(task.files(), budgetBytes);
        if (bySize == 1) {
            return 1;
        }
        OptionalLong records = estimate.recordsOf(task);
        return records.isEmpty() ? bySize : slicesOf(tableBytes(records.getAsLong()), budgetBytes);
    }

    private static int slicesOf(long tableBytes, long budgetBytes) {
        return Math.toIntExact(Math.max(1, (tableBytes + budgetBytes - 1) / budgetBytes));
    }
}
