package io.billingcenter.readers.files.csv;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Splits a text into records and finds violations of the grammar (reading B2). A CSV library would silently accept a
 * quote inside an unquoted field, text after a closing quote, a lone CR or a NUL, and change the row.
 */
final class RecordScanner {

    /**
     * One record exactly as it is in the file.
     *
     * @param line physical line on which it starts, from 1
     * @param text the record without its line end
     * @param fault the grammar that was expected where the record violates it; null for a valid record
     */
    record RawRecord(int line, String text, @Nullable String fault) {}

    private enum State {
        FIELD_START,
        UNQUOTED,
        QUOTED,
        QUOTE_CLOSED
    }

    private final String text;
    private final boolean remarks;
    private int position;
    private int line = 1;

    RecordScanner(String text, boolean remarks) {
        this.text = text;
        this.remarks = remarks;
    }

    /** Returns the next record that is neither empty nor a remark; empty at the end of the text. */
    Optional<RawRecord> next() {
        while (position < text.length()) {
            int firstLine = line;
            boolean remark = remarks && text.charAt(position) == '#';
            RawRecord scanned = remark ? restOfLine(position, firstLine, null) : scan(firstLine);
            if (!remark && !scanned.text().isEmpty()) {
                return Optional.of(scanned);
            }
        }
        return Optional.empty();
    }

    private RawRecord scan(int firstLine) {
        int start = position;
        State state = State.FIELD_START;
        while (position < text.length()) {
            char c = text.charAt(position);
            if (state != State.QUOTED && (c == '\n' || startsWithCrLf())) {
                return restOfLine(start, firstLine, null);
            }
            String fault = faultOf(state, c);
            if (fault != null) {
                return restOfLine(start, firstLine, fault);
            }
            state = after(state, c);
            line += c == '\n' ? 1 : 0;
            position++;
        }
        return new RawRecord(
                firstLine,
                text.substring(start),
                state == State.QUOTED ? "a closing quote before the end of the file" : null);
    }

    /** Ends the record at the next LF, whatever state it was in. */
    private RawRecord restOfLine(int start, int firstLine, @Nullable String fault) {
        int lineFeed = text.indexOf('\n', position);
        int end = lineFeed < 0 ? text.length() : lineFeed;
        position = lineFeed < 0 ? end : lineFeed + 1;
        line++;
        boolean carriageReturn = lineFeed > start && text.charAt(lineFeed - 1) == '\r';
        return new RawRecord(firstLine, text.substring(start, carriageReturn ? end - 1 : end), fault);
    }

    private boolean startsWithCrLf() {
        return text.startsWith("\r\n", position);
    }

    private static @Nullable String faultOf(State state, char c) {
        if (c == '\0') {
            return "no NUL character";
        }
        if (state != State.QUOTED && c == '\r') {
            return "LF or CRLF at the end of a line and no CR alone";
        }
        if (state == State.UNQUOTED && c == '"') {
            return "no quote inside an unquoted field";
        }
        if (state == State.QUOTE_CLOSED && c != '"' && c != ',') {
            return "a comma or the end of the line after a closing quote";
        }
        return null;
    }

    private static State after(State state, char c) {
        if (state == State.QUOTED) {
            return c == '"' ? State.QUOTE_CLOSED : State.QUOTED;
        }
        if (c == ',') {
            return State.FIELD_START;
        }
        return c == '"' ? State.QUOTED : State.UNQUOTED;
    }
}
