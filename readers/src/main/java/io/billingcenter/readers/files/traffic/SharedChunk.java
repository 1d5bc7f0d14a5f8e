package io.billingcenter.readers.files.traffic;

import io.billingcenter.domain.metering.fold.RejectionSink;
import io.billingcenter.domain.metering.fold.Slice;
import io.billingcenter.domain.metering.fold.SliceRouter;
import io.billingcenter.domain.metering.fold.WorkspaceDayFold;
import io.billingcenter.domain.usage.RecordPlace;
import io.billingcenter.domain.usage.Rejection;
import io.billingcenter.domain.usage.TrafficRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * A stretch of text on its way: one thread cuts and reads it, each thread folds it, and the caller's passes on what was
 * rejected. Which of these it is good for is the business of {@link FoldScheduler}. Filled again and again.
 */
final class SharedChunk {

    private static final int INITIAL_CAPACITY = 512;

    private record FaultyRecord(RecordFault fault, int start, int end, long line) {}

    private final RecordBatch records = new RecordBatch(INITIAL_CAPACITY);
    private final List<FaultyRecord> faultyRecords = new ArrayList<>();
    private final List<Rejection> rejections = new ArrayList<>();
    private final SliceRouter parts;
    private final TrafficRecord[][] recordsOfPart;
    private final int[] sizeOfPart;
    private int assigned;
    private final UnparsedLines unparsed = new UnparsedLines();
    private long lineCount;

    /** A batch for so many folds, one for each part of the slice. */
    SharedChunk(Slice slice, int folds) {
        this.parts = new SliceRouter(slice, folds);
        this.recordsOfPart = new TrafficRecord[folds][INITIAL_CAPACITY];
        this.sizeOfPart = new int[folds];
    }

    /** Empties it for records of that array; see {@link RecordBatch#startAt}. */
    void startAt(byte[] bytes, long offsetOfBytes, String file) {
        records.startAt(bytes, offsetOfBytes, file);
        faultyRecords.clear();
        lineCount = 0;
        assigned = 0;
        Arrays.fill(sizeOfPart, 0);
        unparsed.set(0, 0, 0);
    }

    /** The lines of its array that are left to be read by whoever has cut it, while others cut on. */
    UnparsedLines unparsed() {
        return unparsed;
    }

    /** All its lines are read, and there are so many. */
    void endAfter(long lines) {
        unparsed.set(0, 0, 0);
        lineCount = lines;
    }

    /** How many lines there are in the batch, once it is read. */
    long lineCount() {
        return lineCount;
    }

    /** The array out of which its records are. */
    byte[] bytes() {
        return records.bytes();
    }

    /** Adds lines that are left, as long as they are fast ones. */
    void addLines(FastLine fast) {
        fast.read(unparsed, records);
        while (records.isFull()) {
            records.grow();
            fast.read(unparsed, records);
        }
        assign();
    }

    /** The record to be filled next; of the batch only after {@link #addRecord}. */
    TrafficRecord next() {
        if (records.isFull()) {
            records.grow();
        }
        return records.next();
    }

    /**
     * Adds the record that {@link #next()} gave.
     *
     * @param number of its line, from 0 for the first one of the batch
     */
    void addRecord(int start, int end, long number) {
        records.add(start, end, number);
        assign();
    }

    /** Gives new records to the parts that have to see them. */
    private void assign() {
        for (; assigned < records.size(); assigned++) {
            TrafficRecord record = records.get(assigned);
            int ofId = parts.ofId(record);
            int ofEntity = parts.ofEntity(record);
            if (ofEntity == SliceRouter.ALL) {
                for (int part = 0; part < sizeOfPart.length; part++) {
                    addTo(part, record);
                }
                continue;
            }
            if (ofId != SliceRouter.NONE) {
                addTo(ofId, record);
            }
            if (ofEntity != SliceRouter.NONE && ofEntity != ofId) {
                addTo(ofEntity, record);
            }
        }
    }

    private void addTo(int part, TrafficRecord record) {
        int size = sizeOfPart[part];
        if (size == recordsOfPart[part].length) {
            recordsOfPart[part] = Arrays.copyOf(recordsOfPart[part], size * 2);
        }
        recordsOfPart[part][size] = record;
        sizeOfPart[part] = size + 1;
    }

    /** Whether its records lie in that array. */
    @SuppressWarnings("ReferenceEquality") // the same array, not the same content
    boolean isOf(byte[] bytes) {
        return bytes() == bytes;
    }

    /** Adds a record that does not count. */
    void addFaulty(RecordFault fault, int start, int end, long number) {
        faultyRecords.add(new FaultyRecord(fault, start, end, number));
    }

    /**
     * Folds what falls to that part; bad records fall to the first.
     *
     * @param linesBefore lines of the file before those of the batch
     */
    void foldInto(WorkspaceDayFold fold, int part, long linesBefore) {
        long firstLine = linesBefore + 1;
        records.foldInto(fold, recordsOfPart[part], sizeOfPart[part], firstLine);
        if (part == 0) {
            for (FaultyRecord faulty : faultyRecords) {
                RecordPlace place = records.placeOf(faulty.start, firstLine + faulty.line);
                fold.reject(faulty.fault.at(place, bytes(), faulty.start, faulty.end));
            }
            faultyRecords.clear();
        }
    }

    /** Takes what a fold rejects of it; any thread. */
    synchronized void reject(Rejection rejection) {
        rejections.add(rejection);
    }

    /** Passes on what all folds have rejected, in the order of the text. */
    synchronized void passOn(RejectionSink sink) {
        if (!rejections.isEmpty()) {
            rejections.sort(
                    Comparator.comparingLong(rejection -> rejection.place().offset()));
            rejections.forEach(sink::accept);
            rejections.clear();
        }
    }
}
