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
 * A chunk of text in progress: one thread cuts and parses it, each thread folds it, and the caller's thread passes on
 * its rejections. {@link FoldScheduler} decides which of these steps is next. The object is reused.
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

    /** Creates a chunk for that number of folds, one for each part of the slice. */
    SharedChunk(Slice slice, int folds) {
        this.parts = new SliceRouter(slice, folds);
        this.recordsOfPart = new TrafficRecord[folds][INITIAL_CAPACITY];
        this.sizeOfPart = new int[folds];
    }

    /** Clears the chunk for records of that array; see {@link RecordBatch#startAt}. */
    void startAt(byte[] bytes, long offsetOfBytes, String file) {
        records.startAt(bytes, offsetOfBytes, file);
        faultyRecords.clear();
        lineCount = 0;
        assigned = 0;
        Arrays.fill(sizeOfPart, 0);
        unparsed.set(0, 0, 0);
    }

    /** Returns the lines of its array that the thread which cut the chunk still has to parse, while others cut on. */
    UnparsedLines unparsed() {
        return unparsed;
    }

    /** Reports that all lines are parsed, and their number. */
    void endAfter(long lines) {
        unparsed.set(0, 0, 0);
        lineCount = lines;
    }

    /** Returns the number of lines of the chunk, once it is parsed. */
    long lineCount() {
        return lineCount;
    }

    /** Returns the array that contains its records. */
    byte[] bytes() {
        return records.bytes();
    }

    /** Adds unparsed lines up to the first one that needs the plain rules. */
    void addLines(FastLine fast) {
        fast.read(unparsed, records);
        while (records.isFull()) {
            records.grow();
            fast.read(unparsed, records);
        }
        assign();
    }

    /** Returns the record to fill next; it is part of the chunk only after {@link #addRecord}. */
    TrafficRecord next() {
        if (records.isFull()) {
            records.grow();
        }
        return records.next();
    }

    /**
     * Adds the record that {@link #next()} returned.
     *
     * @param number index of its line, from 0 for the first one of the chunk
     */
    void addRecord(int start, int end, long number) {
        records.add(start, end, number);
        assign();
    }

    /** Assigns new records to the parts that need to see them. */
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

    /** Returns whether its records are in that array. */
    @SuppressWarnings("ReferenceEquality") // the same array, not the same content
    boolean isOf(byte[] bytes) {
        return bytes() == bytes;
    }

    /** Adds a record that does not count. */
    void addFaulty(RecordFault fault, int start, int end, long number) {
        faultyRecords.add(new FaultyRecord(fault, start, end, number));
    }

    /**
     * Folds the records assigned to that part; faulty records belong to the first part.
     *
     * @param linesBefore number of lines of the file before those of the chunk
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

    /** Takes a rejection of a fold; any thread may call it. */
    synchronized void reject(Rejection rejection) {
        rejections.add(rejection);
    }

    /** Passes on the rejections of all folds, in the order of the text. */
    synchronized void passOn(RejectionSink sink) {
        if (!rejections.isEmpty()) {
            rejections.sort(
                    Comparator.comparingLong(rejection -> rejection.place().offset()));
            rejections.forEach(sink::accept);
            rejections.clear();
        }
    }
}
