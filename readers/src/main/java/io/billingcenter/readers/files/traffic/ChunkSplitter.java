package io.billingcenter.readers.files.traffic;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Cuts the text of a traffic log into stretches, each for one batch. Where there are no quotes every line end ends a
 * record, so that a stretch can be cut before its records are read; all others are read here, one by one. For one thread
 * at a time.
 */
final class ChunkSplitter {

    /** Lines of about so many bytes are left for later at once: what a batch holds of them depends on it. */
    private static final int ENOUGH_BYTES = 1 << 16;

    /** A stretch that is read here ends with so many records that are no fast lines. */
    private static final int ENOUGH_RECORDS = 512;

    private final RecordSplitter records;
    private final String file;
    private boolean recordIsCut;

    /** The line where the next batch begins, as the splitter counts: lines that are left to be read are unknown to it. */
    private long startLine;

    ChunkSplitter(InputStream text, int blockBytes, String file, RecordSplitter.Arrays arrays) {
        this.records = RecordSplitter.ofCsv(text, blockBytes, arrays);
        this.file = file;
    }

    /** Skips the header; or tells what is there instead. */
    @Nullable
    RecordFault skipHeader() throws IOException {
        RecordFault fault = RecordCheck.ofHeader(records);
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
    boolean cut(SharedChunk batch, ChunkParser reader) throws IOException {
        if (!recordIsCut && records.holdsLine()) {
            start(batch, records.nextOffset() - records.position());
            int end = endOfStretch();
            if (SwarBytes.holdQuote(records.bytes(), records.position(), end)) {
                readOn(batch, reader, end);
            } else {
                batch.left().set(records.position(), end, 0);
                records.goOnAt(end, startLine);
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

    private void start(SharedChunk batch, long offsetOfBytes) {
        batch.startAt(records.bytes(), offsetOfBytes, file);
    }

    private void end(SharedChunk batch, long nextLine) {
        batch.endAfter(nextLine - startLine);
        startLine = nextLine;
    }

    /** Index behind the last line end of enough bytes, or of the first line if that is longer. */
    private int endOfStretch() {
        byte[] bytes = records.bytes();
        int end = Math.min(records.endOfLines(), records.position() + ENOUGH_BYTES);
        while (end > records.position() && bytes[end - 1] != '\n') {
            end--;
        }
        if (end == records.position()) {
            do {
                end++;
            } while (bytes[end - 1] != '\n');
        }
        return end;
    }

    /**
     * Reads records up to that end or a little further, or to one that lies in another array: a batch is of one array, so it
     * begins the next one.
     */
    private void readOn(SharedChunk batch, ChunkParser reader, int end) throws IOException {
        for (int taken = 0; taken < ENOUGH_RECORDS && !records.overLimit(); taken++) {
            batch.left().set(records.position(), end, records.nextLine() - startLine);
            reader.readFast(batch);
            records.goOnAt(batch.left().start(), startLine + batch.left().number());
            if (batch.left().isEmpty() || !records.next()) {
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
