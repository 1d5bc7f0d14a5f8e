package io.billingcenter.readers.files.traffic;

import io.billingcenter.domain.metering.fold.WorkspaceDayFold;
import io.billingcenter.domain.metering.fold.WorkspaceDayFold.Outcome;
import io.billingcenter.domain.usage.RecordPlace;
import io.billingcenter.domain.usage.TrafficRecord;
import java.util.Arrays;

/** Records that were read one after the other out of one array, to be folded together. Filled again and again. */
final class RecordBatch {

    /** So many records are announced to the fold at once. */
    private static final int ANNOUNCED = 32;

    private TrafficRecord[] records;
    private int size;
    private byte[] bytes = {};
    private long offsetOfBytes;
    private String file = "";

    RecordBatch(int records) {
        this.records = new TrafficRecord[records];
        Arrays.setAll(this.records, index -> new TrafficRecord());
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

    boolean isFull() {
        return size == records.length;
    }

    /** Makes room for more records when it is full. */
    void grow() {
        int before = records.length;
        records = Arrays.copyOf(records, before * 2);
        for (int index = before; index < records.length; index++) {
            records[index] = new TrafficRecord();
        }
    }

    /** The array out of which its records are. */
    byte[] bytes() {
        return bytes;
    }

    /** The place of a record that begins at that index of the array. */
    RecordPlace placeOf(int start, long line) {
        return new RecordPlace(file, line, offsetOfBytes + start);
    }

    /** The record of that number, from 0. */
    TrafficRecord get(int number) {
        return records[number];
    }

    /** The record to be filled next, unless the batch is full; of the batch only after {@link #add}. */
    TrafficRecord next() {
        return records[size];
    }

    /** Adds the record that {@link #next()} gave. */
    void add(int start, int end, long line) {
        TrafficRecord record = records[size];
        record.line = line;
        record.offset = offsetOfBytes + start;
        record.length = end - start;
        size++;
    }

    int size() {
        return size;
    }

    /** Folds the records, in order. */
    void foldInto(WorkspaceDayFold fold) {
        foldInto(fold, records, size, 0);
    }

    /**
     * Folds some of the records. Several threads may do so at once, each into a fold of its own.
     *
     * @param selected of the batch, in order
     * @param linesBefore is added to the lines that its records know
     */
    void foldInto(WorkspaceDayFold fold, TrafficRecord[] selected, int count, long linesBefore) {
        fold.setLineOffset(linesBefore);
        for (int from = 0; from < count; from += ANNOUNCED) {
            int to = Math.min(from + ANNOUNCED, count);
            fold.prefetch(selected, from, to);
            for (int index = from; index < to; index++) {
                if (fold.accept(selected[index]) == Outcome.CONFLICT) {
                    reject(fold, selected[index], linesBefore);
                }
            }
        }
    }

    private void reject(WorkspaceDayFold fold, TrafficRecord record, long linesBefore) {
        int start = Math.toIntExact(record.offset - offsetOfBytes);
        RecordPlace place = placeOf(start, linesBefore + record.line);
        fold.reject(RecordFault.conflictWith(fold.conflictingPlace()).at(place, bytes, start, start + record.length));
    }
}
