package io.billingcenter.domain.usage;

import io.billingcenter.domain.usage.ListedTask.ListedFile;
import java.util.List;

/**
 * Into how many slices a workspace-day is cut so that its tables keep to a budget: an estimate from the sizes of its
 * files, made before any memory is taken. No result depends on it.
 */
public final class SlicePlan {

    /** A record with a UUID is hardly shorter; shorter ids make shorter records and more of them. */
    private static final long BYTES_OF_A_RECORD = 75;

    /** Id, content, place. */
    private static final long ID_BYTES = 5 * Long.BYTES + FingerprintTable.MOST_SLOT_BYTES;

    /** Entity, largest value. */
    private static final long ENTITY_BYTES = 3 * Long.BYTES + FingerprintTable.MOST_SLOT_BYTES;

    /** What was not compressed is about that many times as large, with random ids in every record. */
    private static final long COMPRESSION = 5;

    private SlicePlan() {}

    /** Bytes that the tables of the files need at once if every record is new and names an entity of its own. */
    public static long tableBytes(List<ListedFile> files) {
        long textBytes = 0;
        for (ListedFile file : files) {
            boolean compressed = file.name().endsWith(".gz") || file.name().endsWith(".zst");
            textBytes = Math.addExact(textBytes, Math.multiplyExact(file.sizeBytes(), compressed ? COMPRESSION : 1));
        }
        return Math.multiplyExact(textBytes / BYTES_OF_A_RECORD, ID_BYTES + ENTITY_BYTES);
    }

    /**
     * How many slices keep the tables of each to the budget. Every slice reads all files, so a day is cut no further.
     *
     * @param budgetBytes what the tables of one reading may take, more than 0
     */
    public static int slices(List<ListedFile> files, long budgetBytes) {
        return Math.toIntExact(Math.max(1, (tableBytes(files) + budgetBytes - 1) / budgetBytes));
    }
}
