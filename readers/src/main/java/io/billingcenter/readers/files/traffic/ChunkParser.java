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
    void read(SharedChunk batch) throws IOException {
        UnparsedLines left = batch.left();
        if (left.isEmpty()) {
            return;
        }
        readFast(batch);
        while (!left.isEmpty()) {
            readSlow(batch);
            readFast(batch);
        }
        batch.endAfter(left.number());
    }

    /** Reads lines that are left as long as they are fast ones. */
    void readFast(SharedChunk batch) {
        batch.addLines(fast);
    }

    /** Takes a record that was cut out of the array of the batch; its line has that number in the batch. */
    void take(SharedChunk batch, RecordSplitter cut, long number) {
        slowRecords++;
        RecordFault fault = check.check(cut, batch.next());
        if (fault == null) {
            batch.addRecord(cut.start(), cut.end(), number);
        } else {
            batch.addBadRecord(fault, cut.start(), cut.end(), number);
        }
    }

    /** Reads the first line that is left. */
    private void readSlow(SharedChunk batch) throws IOException {
        UnparsedLines left = batch.left();
        int end = left.start() + 1;
        while (batch.bytes()[end - 1] != '\n') {
            end++;
        }
        RecordSplitter line = RecordSplitter.ofLine(batch.bytes(), left.start(), end);
        if (line.next()) {
            take(batch, line, left.number());
        }
        left.goOnAt(end, left.number() + 1);
    }
}
