package io.billingcenter.readers.files.traffic;

import io.billingcenter.domain.metering.fold.WorkspaceDayFold;
import io.billingcenter.domain.metering.fold.WorkspaceDayFold.Outcome;
import io.billingcenter.domain.usage.RecordPlace;
import io.billingcenter.domain.usage.TrafficRecord;
import java.util.Arrays;

/** Consecutive records from one array, to be folded together. The batch is reused. */
final class RecordBatch {

    /** Number of records announced to the fold at once. */
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
     * Clears the batch for records of that array.
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

    /** Makes room for more records in a full batch. */
    void grow() {
        int before = records.length;
        records = Arrays.copyOf(records, before * 2);
        for (int index = before; index < records.length; index++) {
            records[index] = new TrafficRecord();
        }
    }

    /** Returns the array that contains the records. */
    byte[] bytes() {
        return bytes;
    }

    /** Returns the place of a record that begins at that index of the array. */
    RecordPlace placeOf(int start, long line) {
        return new RecordPlace(file, line, offsetOfBytes + start);
    }

    /** Returns the record with that index, from 0. */
    TrafficRecord get(int number) {
        return records[number];
    }

    /** Returns the record to fill next, unless the batch is full; it is part of the batch only after {@link #add}. */
    TrafficRecord next() {
        return records[size];
    }

    /** Adds the record that {@link #next()} returned. */
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
     * @param selected records of the batch, in order
     * @param linesBefore number to add to the lines of the records
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
