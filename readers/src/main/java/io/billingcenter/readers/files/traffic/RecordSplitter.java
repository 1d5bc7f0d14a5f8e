package io.billingcenter.readers.files.traffic;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Splits a text into records by its bytes (reading B2), block by block; it holds at most a record and a block. After
 * {@link #next()} the other methods describe the record found, whose bytes are valid until the next call.
 *
 * <p>A malformed record ends, like any other, at the next LF outside a quoted field: a stray quote opens no field, and
 * text after a closing quote continues as an unquoted field. A record over the limit is cut there, and reading resumes
 * after the next LF, whatever quotes were open.
 */
final class RecordSplitter {

    /** The limit of a record in bytes, without its line end. */
    static final int MAX_RECORD_BYTES = 1 << 20;

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final int NOTHING = -1;

    /** Provides the array that is read into; the bytes still needed are copied from the previous one. */
    interface Arrays {

        /**
         * Returns an array for the next block.
         *
         * @param last the current array
         * @param length minimum length
         */
        byte[] next(byte[] last, int length);
    }

    private final InputStream text;
    private final int blockBytes;
    private final RecordGrammar grammar;
    private final Arrays arrays;

    private byte[] buffer;
    private int mark;
    private int position;
    private int limit;
    private int endOfLines;
    private boolean textEnded;
    private long bufferOffset;
    private long currentLine = 1;

    private int end;
    private long line;
    private boolean overLimit;

    private RecordSplitter(InputStream text, int blockBytes, RecordGrammar grammar, Arrays arrays) {
        this.arrays = arrays;
        this.text = text;
        this.blockBytes = blockBytes;
        this.grammar = grammar;
        this.buffer = arrays.next(new byte[0], blockBytes + SwarBytes.SPARE_BYTES);
    }

    /** Returns a splitter of CSV: a line end inside a quoted field is part of the field. */
    static RecordSplitter ofCsv(InputStream text, int blockBytes) {
        return ofCsv(text, blockBytes, RecordSplitter::sameOrLarger);
    }

    /** Returns a splitter of CSV that reads into these arrays. */
    static RecordSplitter ofCsv(InputStream text, int blockBytes, Arrays arrays) {
        return new RecordSplitter(text, blockBytes, RecordGrammar.ofCsv(), arrays);
    }

    /** Returns a splitter of lines, whatever their content. */
    static RecordSplitter ofLines(InputStream text, int blockBytes) {
        return new RecordSplitter(text, blockBytes, RecordGrammar.ofLines(), RecordSplitter::sameOrLarger);
    }

    /** Returns a splitter of one line of CSV, including its line end, in an array with spare bytes after it. */
    static RecordSplitter ofLine(byte[] bytes, int from, int to) {
        RecordSplitter line =
                new RecordSplitter(InputStream.nullInputStream(), 0, RecordGrammar.ofCsv(), (last, length) -> bytes);
        line.mark = from;
        line.position = from;
        line.limit = to;
        line.textEnded = true;
        return line;
    }

    private static byte[] sameOrLarger(byte[] last, int length) {
        return last.length >= length ? last : new byte[length];
    }

    /** Skips a byte order mark at the start of the text. */
    void skipByteOrderMark() throws IOException {
        if (startsWith(BYTE_ORDER_MARK)) {
            position += BYTE_ORDER_MARK.length;
        }
    }

    /** Skips the line if it is exactly the header; returns whether it was. */
    boolean skipHeader(String header) throws IOException {
        byte[] expected = header.getBytes(StandardCharsets.US_ASCII);
        if (!startsWith(expected)) {
            return false;
        }
        int headerEnd = expected.length;
        boolean ended = available(headerEnd + 1) == headerEnd;
        int lineEnd = ended ? 0 : lineEndAt(position + headerEnd);
        if (!ended && lineEnd == 0) {
            return false;
        }
        position += headerEnd + lineEnd;
        currentLine += ended ? 0 : 1;
        return true;
    }

    /** Returns the rest of the line, at most that many bytes of it, for a message. */
    String startOfLine(int maxBytes) throws IOException {
        int length = 0;
        while (length < available(maxBytes) && lineEndAt(position + length) == 0) {
            length++;
        }
        return new String(buffer, position, length, StandardCharsets.UTF_8);
    }

    /** Advances to the next record; returns false at the end of the text. Empty lines are skipped. */
    boolean next() throws IOException {
        if (overLimit) {
            skipLine();
        }
        do {
            if (peek() == NOTHING) {
                return false;
            }
            begin();
            scan();
        } while (end == mark);
        return true;
    }

    /**
     * Returns whether the buffer has a line end after {@link #position()}, so that the caller can inspect a line
     * without cutting it; reads more text if needed. Also false at the end of the text, and within or after a record
     * over the limit, which only {@link #next()} handles.
     */
    boolean bufferLine() throws IOException {
        while (position >= endOfLines) {
            boolean tooLong = limit - position > MAX_RECORD_BYTES;
            mark = position;
            if (overLimit || tooLong || !fill()) {
                return false;
            }
        }
        return !overLimit;
    }

    /** Returns the index in the array at which the next record, or an empty line, begins. */
    int position() {
        return position;
    }

    /** Returns the offset of the next record in bytes from the start of the text. */
    long nextOffset() {
        return bufferOffset + position;
    }

    /** Returns the line on which the next record begins, from 1. */
    long nextLine() {
        return currentLine;
    }

    /** Returns the index after the last line end in the buffer; {@link #bufferLine} must have been called before. */
    int endOfLines() {
        return endOfLines;
    }

    /** Resumes at the start of a line that the caller has reached by itself. */
    void resumeAt(int newPosition, long newLine) {
        position = newPosition;
        currentLine = newLine;
    }

    /** Returns the array that contains the record, from {@link #start()} to {@link #end()}. */
    byte[] bytes() {
        return buffer;
    }

    /** Returns the index of the record's first byte. */
    int start() {
        return mark;
    }

    /** Returns the index after the record's last byte, without its line end. */
    int end() {
        return end;
    }

    /** Returns the line on which the record begins, from 1. */
    long line() {
        return line;
    }

    /** Returns the offset of the record in bytes from the start of the text. */
    long offset() {
        return bufferOffset + mark;
    }

    /** Returns the number of fields of a CSV record; meaningless if it is malformed. */
    int fields() {
        return grammar.fields();
    }

    /** Returns whether a field is quoted; if not, the fields are the texts between the commas. */
    boolean hasQuotes() {
        return grammar.hasQuotes();
    }

    /** Returns whether the record is longer than the limit; then only the bytes up to the limit are available. */
    boolean overLimit() {
        return overLimit;
    }

    /** Returns the violation of the grammar, or null if there is none. */
    @Nullable
    String malformed() {
        return grammar.fault();
    }

    private void begin() {
        mark = position;
        line = currentLine;
        grammar.begin();
    }

    private void scan() throws IOException {
        while (true) {
            int next = peek();
            if (next == NOTHING) {
                end = position;
                grammar.endOfText();
                return;
            }
            int lineEnd = grammar.inQuotedField() ? 0 : lineEndAt(position);
            if (lineEnd > 0) {
                end = position;
                position += lineEnd;
                currentLine++;
                return;
            }
            if (position - mark == MAX_RECORD_BYTES) {
                end = position;
                overLimit = true;
                grammar.fault("Expected a record of at most " + MAX_RECORD_BYTES + " bytes, found a longer one");
                return;
            }
            grammar.take(next, position - mark);
            position++;
            if (next == '\n') {
                currentLine++;
            }
        }
    }

    /** Returns the length of the line end at that index of the buffer: 1 for LF, 2 for CRLF, 0 for none. */
    private int lineEndAt(int index) throws IOException {
        if (buffer[index] == '\n') {
            return 1;
        }
        if (buffer[index] != '\r') {
            return 0;
        }
        int ahead = index - position;
        return available(ahead + 2) == ahead + 2 && buffer[position + ahead + 1] == '\n' ? 2 : 0;
    }

    private void skipLine() throws IOException {
        overLimit = false;
        int skipped = peek();
        while (skipped != NOTHING && skipped != '\n') {
            position++;
            mark = position;
            skipped = peek();
        }
        if (skipped == '\n') {
            position++;
            currentLine++;
        }
    }

    private boolean startsWith(byte[] expected) throws IOException {
        return available(expected.length) == expected.length
                && java.util.Arrays.equals(buffer, position, position + expected.length, expected, 0, expected.length);
    }

    /** Returns how many of that many bytes are available from the position on: fewer only at the end of the text. */
    private int available(int wanted) throws IOException {
        while (limit - position < wanted && fill()) {
            // one block more
        }
        return Math.min(limit - position, wanted);
    }

    private int peek() throws IOException {
        return position < limit || fill() ? buffer[position] & 0xFF : NOTHING;
    }

    /** Reads more text after the bytes that are still needed, which begin at the mark. */
    @SuppressWarnings("ReferenceEquality") // whether it is another array, not another content
    private boolean fill() throws IOException {
        if (textEnded) {
            return false;
        }
        int capacity = buffer.length - SwarBytes.SPARE_BYTES;
        if (capacity - (limit - mark) < (blockBytes + 1) / 2) {
            capacity = Math.max(limit - mark + blockBytes, capacity * 2);
        }
        byte[] next = arrays.next(buffer, capacity + SwarBytes.SPARE_BYTES);
        if (next != buffer || mark > 0) {
            System.arraycopy(buffer, mark, next, 0, limit - mark);
            buffer = next;
            bufferOffset += mark;
            position -= mark;
            limit -= mark;
            endOfLines -= mark;
            mark = 0;
        }
        int read = text.read(buffer, limit, Math.min(blockBytes, buffer.length - SwarBytes.SPARE_BYTES - limit));
        textEnded = read < 0;
        advanceLimit(Math.max(read, 0));
        return !textEnded;
    }

    private void advanceLimit(int read) {
        int end = limit + read;
        while (end > limit && buffer[end - 1] != '\n') {
            end--;
        }
        if (end > limit) {
            endOfLines = end;
        }
        limit += read;
    }
}
