package io.billingcenter.readers.traffic;

import io.billingcenter.domain.usage.Slice;
import io.billingcenter.domain.usage.WorkspaceDayFold;
import java.io.ByteArrayInputStream;
import java.io.IOException;

/** Reads the records of stretches of text into their batches: fast lines, and all others by the plain rules. Of one thread. */
final class StretchReader {

    private final FastLine fast;
    private final RecordCheck check;
    private long slowRecords;

    /**
     * Reads records of the workspace-day that is folded.
     *
     * @param slice whose ids matter
     */
    StretchReader(WorkspaceDayFold fold, Slice slice) {
        this.fast = new FastLine(fold, slice);
        this.check = new RecordCheck(fold);
    }

    /** How many records were not read as fast lines. */
    long slowRecords() {
        return slowRecords;
    }

    /** Reads the lines that are left in the batch, each of which is a record. */
    void read(SharedBatch batch) throws IOException {
        if (batch.hasLines()) {
            while (!readFast(batch)) {
                readSlow(batch);
            }
            batch.endAfter(batch.numberOfLine());
        }
    }

    /** Reads lines as long as they are fast ones; whether there are no others. */
    boolean readFast(SharedBatch batch) {
        byte[] bytes = batch.bytes();
        int at = batch.lines();
        int endOfLines = batch.endOfLines();
        long number = batch.numberOfLine();
        boolean read = true;
        while (read && at < endOfLines) {
            int end = fast.read(bytes, at, batch.next());
            if (end != FastLine.OTHER) {
                batch.add(at, end, number);
                number++;
                at = end + (bytes[end] == '\r' ? 2 : 1);
            } else if (bytes[at] == '\n') {
                number++;
                at++;
            } else {
                read = false;
            }
        }
        batch.leaveLines(at, endOfLines, number);
        return read;
    }

    /** Takes a record that was cut, of the array of the batch; its line has that number in the batch. */
    void take(SharedBatch batch, RecordSplitter cut, long number) {
        slowRecords++;
        Fault fault = check.check(cut, batch.next());
        if (fault == null) {
            batch.add(cut.start(), cut.end(), number);
        } else {
            batch.add(fault, cut.start(), cut.end(), number);
        }
    }

    /** Reads the first line that is left. */
    private void readSlow(SharedBatch batch) throws IOException {
        byte[] bytes = batch.bytes();
        int start = batch.lines();
        int end = start;
        while (bytes[end] != '\n') {
            end++;
        }
        end++;
        RecordSplitter line = RecordSplitter.ofCsv(new ByteArrayInputStream(bytes, start, end - start), end - start);
        if (line.next()) {
            slowRecords++;
            Fault fault = check.check(line, batch.next());
            if (fault == null) {
                batch.add(start, start + line.end(), batch.numberOfLine());
            } else {
                batch.add(fault, start, start + line.end(), batch.numberOfLine());
            }
        }
        batch.leaveLines(end, batch.endOfLines(), batch.numberOfLine() + 1);
    }
}
