package io.billingcenter.readers.files.traffic;

import io.billingcenter.domain.metering.fold.Slice;
import io.billingcenter.domain.metering.fold.WorkspaceDayFold;
import java.io.IOException;

/** Reads the records of stretches of text into their batches: fast lines, and all others by the plain rules. Of one thread. */
final class ChunkParser {

    private final FastLine fast;
    private final RecordCheck check;
    private long slowRecords;

    /**
     * Reads records of the workspace-day that is folded.
     *
     * @param slice whose ids matter
     */
    ChunkParser(WorkspaceDayFold fold, Slice slice) {
        this.fast = new FastLine(fold, slice);
        this.check = new RecordCheck(fold);
    }

    /** How many records were not read as fast lines. */
    long slowRecords() {
        return slowRecords;
    }

    /** Reads the lines that are left in the batch, each of which is a record; there may be none. */
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

    /** Reads lines that are left as long as they are fast ones. */
    void parseFast(SharedChunk chunk) {
        chunk.addLines(fast);
    }

    /** Takes a record that was cut out of the array of the batch; its line has that number in the batch. */
    void take(SharedChunk chunk, RecordSplitter cut, long number) {
        slowRecords++;
        RecordFault fault = check.check(cut, chunk.next());
        if (fault == null) {
            chunk.addRecord(cut.start(), cut.end(), number);
        } else {
            chunk.addFaulty(fault, cut.start(), cut.end(), number);
        }
    }

    /** Reads the first line that is left. */
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
