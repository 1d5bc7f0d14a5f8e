package io.billingcenter.readers.traffic;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Cuts the text of a traffic log into stretches, each for one batch. Where there are no quotes every line end ends a
 * record, so that a stretch can be cut before its records are read; all others are read here, one by one. For one thread
 * at a time.
 */
final class TextStretches {

    /** A stretch that is read here ends with about so many records. */
    private static final int ENOUGH_RECORDS = 512;

    private final RecordSplitter records;
    private final String file;
    private boolean recordIsCut;

    /** The line where the next batch begins, as the splitter counts: lines that are left to be read are unknown to it. */
    private long startLine;

    TextStretches(InputStream text, int blockBytes, String file, RecordSplitter.Arrays arrays) {
        this.records = RecordSplitter.ofCsv(text, blockBytes, arrays);
        this.file = file;
    }

    /** Skips the header; or tells what is there instead. */
    @Nullable
    Fault skipHeader() throws IOException {
        Fault fault = RecordCheck.ofHeader(records);
        startLine = records.nextLine();
        return fault;
    }

    /** How many lines there are before the first stretch. */
    long linesOfHeader() {
        return startLine - 1;
    }

    /**
     * Cuts the next stretch; false at the end of the text.
     *
     * @param batch is filled, or gets the lines that are to be read
     * @param reader reads what cannot be left for later
     */
    boolean cut(SharedBatch batch, StretchReader reader) throws IOException {
        if (!recordIsCut && records.holdsLine()) {
            start(batch, records.nextOffset() - records.position());
            if (Words.holdQuote(records.bytes(), records.position(), records.endOfLines())) {
                readOn(batch, reader);
            } else {
                batch.leaveLines(records.position(), records.endOfLines(), 0);
                records.goOnAt(records.endOfLines(), startLine);
            }
            return true;
        }
        if (!recordIsCut && !records.next()) {
            return false;
        }
        recordIsCut = false;
        start(batch, records.offset() - records.start());
        reader.take(batch, records, records.line() - startLine);
        end(batch, records.nextLine());
        return true;
    }

    private void start(SharedBatch batch, long offsetOfBytes) {
        batch.startAt(records.bytes(), offsetOfBytes, file);
    }

    private void end(SharedBatch batch, long nextLine) {
        batch.endAfter(nextLine - startLine);
        startLine = nextLine;
    }

    /** Reads records up to the end of the lines that are held, or to one that lies in another array. */
    private void readOn(SharedBatch batch, StretchReader reader) throws IOException {
        for (int taken = 0; taken < ENOUGH_RECORDS && !records.overLimit(); taken++) {
            batch.leaveLines(records.position(), records.endOfLines(), records.nextLine() - startLine);
            boolean allRead = reader.readFast(batch);
            records.goOnAt(batch.lines(), startLine + batch.numberOfLine());
            if (allRead || !records.next()) {
                break;
            }
            if (!batch.isOf(records.bytes())) {
                recordIsCut = true;
                break;
            }
            reader.take(batch, records, records.line() - startLine);
        }
        end(batch, recordIsCut ? records.line() : records.nextLine());
    }
}
