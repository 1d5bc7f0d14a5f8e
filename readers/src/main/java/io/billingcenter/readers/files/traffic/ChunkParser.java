package io.billingcenter.readers.files.traffic;

import io.billingcenter.domain.metering.fold.Slice;
import io.billingcenter.domain.metering.fold.WorkspaceDayFold;
import java.io.IOException;

/** Parses the lines of a chunk: well-formed ones on the fast path, the rest by the plain rules. Not thread-safe. */
final class ChunkParser {

    private final FastLine fast;
    private final RecordCheck check;
    private long slowRecords;

    /**
     * Creates a parser for the workspace-day of the fold.
     *
     * @param slice the slice whose record ids need a content hash
     */
    ChunkParser(WorkspaceDayFold fold, Slice slice) {
        this.fast = new FastLine(fold, slice);
        this.check = new RecordCheck(fold);
    }

    /** Returns the number of records that were not parsed on the fast path. */
    long slowRecords() {
        return slowRecords;
    }

    /** Parses the unparsed lines of the chunk, if any; each of them is one record. */
    void read(SharedChunk chunk) throws IOException {
        UnparsedLines unparsed = chunk.unparsed();
        if (unparsed.isEmpty()) {
            return;
        }
        parseFast(chunk);
        while (!unparsed.isEmpty()) {
            parseSlow(chunk);
            parseFast(chunk);
        }
        chunk.endAfter(unparsed.number());
    }

    /** Parses unparsed lines up to the first one that needs the plain rules. */
    void parseFast(SharedChunk chunk) {
        chunk.addLines(fast);
    }

    /** Adds a record that was cut from the array of the chunk; its line has that number within the chunk. */
    void take(SharedChunk chunk, RecordSplitter cut, long number) {
        slowRecords++;
        RecordFault fault = check.check(cut, chunk.next());
        if (fault == null) {
            chunk.addRecord(cut.start(), cut.end(), number);
        } else {
            chunk.addFaulty(fault, cut.start(), cut.end(), number);
        }
    }

    /** Parses the first unparsed line by the plain rules. */
    private void parseSlow(SharedChunk chunk) throws IOException {
        UnparsedLines unparsed = chunk.unparsed();
        int end = unparsed.start() + 1;
        while (chunk.bytes()[end - 1] != '\n') {
            end++;
        }
        RecordSplitter line = RecordSplitter.ofLine(chunk.bytes(), unparsed.start(), end);
        if (line.next()) {
            take(chunk, line, unparsed.number());
        }
        unparsed.resumeAt(end, unparsed.number() + 1);
    }
}
