package io.billingcenter.readers.files.traffic;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Splits the text of a traffic log into chunks. Where there are no quotes, every line end ends a record, so a chunk can
 * be cut before its records are parsed; text with quotes is parsed here, record by record. Used by one thread at a
 * time.
 */
final class ChunkSplitter {

    /** About the size of the unparsed lines of a chunk; it bounds the memory of their records. */
    private static final int CHUNK_BYTES = 1 << 16;

    /** A chunk that is parsed here ends after this number of records that need the plain rules. */
    private static final int MAX_RECORDS_PARSED_HERE = 512;

    private final RecordSplitter records;
    private final String file;
    private boolean recordPending;

    /**
     * The line on which the next chunk begins. The splitter of records does not know it, since it has not seen unparsed
     * lines.
     */
    private long startLine;

    ChunkSplitter(InputStream text, int blockBytes, String file, RecordSplitter.Arrays arrays) {
        this.records = RecordSplitter.ofCsv(text, blockBytes, arrays);
        this.file = file;
    }

    /** Skips the header, or returns the fault if there is none. */
    @Nullable
    RecordFault skipHeader() throws IOException {
        RecordFault fault = RecordCheck.ofHeader(records);
        startLine = records.nextLine();
        return fault;
    }

    /** Returns the number of lines before the first chunk. */
    long headerLines() {
        return startLine - 1;
    }

    /**
     * Cuts the next chunk; returns false at the end of the text.
     *
     * @param chunk receives the records, or the lines that are still to be parsed
     * @param parser parses the records that cannot be deferred
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

    /**
     * Returns the index after the last line end within the size of a chunk, or after the first line if that is longer.
     */
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
     * Parses records up to about that end. A record that is in another array is left for the next chunk, since all
     * records of a chunk are in one array.
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
