package io.billingcenter.readers.traffic;

import io.billingcenter.domain.usage.RecordPlace;
import io.billingcenter.domain.usage.TrafficRecord;
import io.billingcenter.domain.usage.WorkspaceDayFold;
import io.billingcenter.domain.usage.WorkspaceDayFold.Outcome;
import java.util.Arrays;

/** Records that were read one after the other out of one array, to be folded together. Filled again and again. */
final class RecordBatch {

    /** So many records are announced to the fold at once. */
    private static final int ANNOUNCED = 32;

    private final TrafficRecord[] records;
    private final int[] ends;
    private final TrafficRecord[] announced = new TrafficRecord[ANNOUNCED];
    private int size;
    private byte[] bytes = {};
    private long offsetOfBytes;
    private String file = "";

    RecordBatch(int mostRecords) {
        this.records = new TrafficRecord[mostRecords];
        this.ends = new int[mostRecords];
        Arrays.setAll(records, index -> new TrafficRecord());
    }

    /**
     * Empties the batch for records of that array.
     *
     * @param newOffsetOfBytes offset in the file of the first byte of the array
     */
    void startAt(byte[] newBytes, long newOffsetOfBytes, String newFile) {
        size = 0;
        bytes = newBytes;
        offsetOfBytes = newOffsetOfBytes;
        file = newFile;
    }

    boolean isEmpty() {
        return size == 0;
    }

    boolean isFull() {
        return size == records.length;
    }

    /** The record to be filled next; of the batch only after {@link #add}. */
    TrafficRecord next() {
        return records[size];
    }

    /** Adds the record that {@link #next()} gave. */
    void add(int start, int end, long line) {
        TrafficRecord record = records[size];
        record.line = line;
        record.offset = offsetOfBytes + start;
        ends[size] = end;
        size++;
    }

    /** Folds the records, in order. */
    void foldInto(WorkspaceDayFold fold) {
        for (int from = 0; from < size; from += ANNOUNCED) {
            int count = Math.min(ANNOUNCED, size - from);
            System.arraycopy(records, from, announced, 0, count);
            fold.announce(announced, count);
            for (int index = from; index < from + count; index++) {
                if (fold.accept(records[index]) == Outcome.CONFLICT) {
                    reject(fold, index);
                }
            }
        }
    }

    private void reject(WorkspaceDayFold fold, int index) {
        TrafficRecord record = records[index];
        RecordPlace place = new RecordPlace(file, record.line, record.offset);
        int start = Math.toIntExact(record.offset - offsetOfBytes);
        fold.reject(Fault.conflictWith(fold.earlierPlace()).at(place, bytes, start, ends[index]));
    }
}
