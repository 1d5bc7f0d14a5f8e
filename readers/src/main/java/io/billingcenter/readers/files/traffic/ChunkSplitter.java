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
    private static final int CHUNK_BYTES = 1 << 16;

    /** A stretch that is read here ends with so many records that are no fast lines. */
    private static final int MAX_RECORDS_PARSED_HERE = 512;

    private final RecordSplitter records;
    private final String file;
    private boolean recordPending;

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
    long headerLines() {
        return startLine - 1;
    }

    /**
     * Cuts the next stretch; false at the end of the text.
     *
     * @param chunk is filled, or gets the lines that are to be read
     * @param parser reads what cannot be left for later
     */
    boolean cut(SharedChunk chunk, ChunkParser parser) throws IOException {
        if (!recordPending && records.bufferLine()) {
            start(chunk, records.nextOffset() - records.position());
            int end = endOfChunk();
            if (SwarBytes.containsQuote(records.bytes(), records.position(), end)) {
                parseHere(chunk, parser, end);
            } else {
                chunk.unparsed().set(records.position(), end, 0);
                records.resumeAt(end, startLine);
            }
            return true;
        }
        if (!recordPending && !records.next()) {
            return false;
        }
        recordPending = false;
        start(chunk, records.offset() - records.start());
        parser.take(chunk, records, records.line() - startLine);
        end(chunk, records.nextLine());
        return true;
    }

    private void start(SharedChunk chunk, long offsetOfBytes) {
        chunk.startAt(records.bytes(), offsetOfBytes, file);
    }

    private void end(SharedChunk chunk, long nextLine) {
        chunk.endAfter(nextLine - startLine);
        startLine = nextLine;
    }

    /** Index behind the last line end of enough bytes, or of the first line if that is longer. */
    private int endOfChunk() {
        byte[] bytes = records.bytes();
        int end = Math.min(records.endOfLines(), records.position() + CHUNK_BYTES);
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
    private void parseHere(SharedChunk chunk, ChunkParser parser, int end) throws IOException {
        for (int taken = 0; taken < MAX_RECORDS_PARSED_HERE && !records.overLimit(); taken++) {
            chunk.unparsed().set(records.position(), end, records.nextLine() - startLine);
            parser.parseFast(chunk);
            records.resumeAt(
                    chunk.unparsed().start(), startLine + chunk.unparsed().number());
            if (chunk.unparsed().isEmpty() || !records.next()) {
                break;
            }
            if (!chunk.isOf(records.bytes())) {
                recordPending = true;
                break;
            }
            parser.take(chunk, records, records.line() - startLine);
        }
        end(chunk, recordPending ? records.line() : records.nextLine());
    }
}
