package io.billingcenter.domain.metering.plan;

import io.billingcenter.domain.metering.plan.ListedTask.ListedFile;
import java.util.List;
import java.util.OptionalLong;

/**
 * Into how many slices a workspace-day is cut so that its tables keep to a budget: an estimate for usual traffic from the
 * sizes of its files. No result depends on it, and no memory: a slice that proves too large is halved.
 */
public final class SlicePlan {

    /** A record with a UUID and few other texts. */
    private static final long BYTES_OF_A_RECORD = 100;

    /** Id, content, place, and a slot at half the largest size. */
    private static final long ID_BYTES = 5 * Long.BYTES + 16;

    /** Every second record names an entity of its own, with a value. */
    private static final long ENTITY_BYTES = (3 * Long.BYTES + 16) / 2;

    /** What was not compressed is about that many times as large, with random ids in every record. */
    private static final long COMPRESSION = 5;

    private SlicePlan() {}

    /** Bytes that the tables of the files are expected to need at once. */
    public static long tableBytes(List<ListedFile> files) {
        long textBytes = 0;
        for (ListedFile file : files) {
            boolean compressed = file.name().endsWith(".gz") || file.name().endsWith(".zst");
            textBytes = Math.addExact(textBytes, Math.multiplyExact(file.sizeBytes(), compressed ? COMPRESSION : 1));
        }
        return tableBytes(textBytes / BYTES_OF_A_RECORD);
    }

    /** Bytes that the tables of a number of records are expected to need at once. */
    public static long tableBytes(long records) {
        return Math.multiplyExact(records, ID_BYTES + ENTITY_BYTES);
    }

    /**
     * How many slices are expected to keep the tables of each to the budget. Every slice reads all files, so a day is cut
     * no further.
     *
     * @param budgetBytes what the tables of one reading may take, more than 0
     */
    public static int slices(List<ListedFile> files, long budgetBytes) {
        return slicesOf(tableBytes(files), budgetBytes);
    }

    /**
     * The same by an estimate where sizes alone would cut the day: long records have few ids, short ones many.
     *
     * @param estimate is asked only for a day that would be cut
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
