package io.billingcenter.readers.files.csv;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a text into records and finds what breaks the grammar (reading B2): a CSV library would take a quote inside an
 * unquoted field, text behind a closing quote, a lone CR or a NUL without a word and change the row.
 */
final class RecordScanner {

    /**
     * One record as it is written.
     *
     * @param line physical line on which it starts, from 1
     * @param text without its line end
     * @param fault what the grammar expected where it is broken; null when it is fine
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

    /** The next record that is neither empty nor a remark; none at the end of the text. */
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

    /** Ends the record at the next LF, wherever it was broken off. */
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
            return "a comma or the end of the line behind a closing quote";
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
