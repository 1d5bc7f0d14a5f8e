package io.billingcenter.readers.files.traffic;

import org.jspecify.annotations.Nullable;

/**
 * The grammar of a record, followed byte by byte: the fields of RFC 4180 (reading B2), or none at all for a line. A fault
 * does not end the record; the first one is kept. Not thread-safe.
 */
final class RecordGrammar {

    private enum State {
        /** A line without any grammar of fields. */
        LINE,
        FIELD_START,
        UNQUOTED,
        QUOTED,
        QUOTE_IN_QUOTED
    }

    private final State initial;
    private State state;
    private int fields;
    private boolean quotes;
    private @Nullable String fault;

    private RecordGrammar(State initial) {
        this.initial = initial;
        this.state = initial;
    }

    static RecordGrammar ofCsv() {
        return new RecordGrammar(State.FIELD_START);
    }

    static RecordGrammar ofLines() {
        return new RecordGrammar(State.LINE);
    }

    /** Begins a record. */
    void begin() {
        state = initial;
        fields = 1;
        quotes = false;
        fault = null;
    }

    /**
     * Takes a byte of the record that does not belong to its line end.
     *
     * @param index index of the byte in the record, for messages
     */
    void take(int c, int index) {
        state = switch (state) {
            case LINE -> State.LINE;
            case FIELD_START -> c == '"' ? openQuotes() : unquoted(c, index);
            case UNQUOTED -> unquoted(c, index);
            case QUOTED -> quoted(c, index);
            case QUOTE_IN_QUOTED -> afterQuote(c, index);
        };
    }

    /** Ends the record at the end of the text, which may be inside a quoted field. */
    void endOfText() {
        if (inQuotedField()) {
            fault("Expected a closing quote, found the end of the file");
        }
    }

    /** Returns whether a line end would belong to a field. */
    boolean inQuotedField() {
        return state == State.QUOTED;
    }

    /** Returns the number of fields so far. */
    int fields() {
        return fields;
    }

    /** Returns whether a field is quoted. */
    boolean hasQuotes() {
        return quotes;
    }

    /** Returns the first fault, or null if there is none. */
    @Nullable
    String fault() {
        return fault;
    }

    /** Keeps the fault, unless there is an earlier one. */
    void fault(String detail) {
        if (fault == null) {
            fault = detail;
        }
    }

    private State openQuotes() {
        quotes = true;
        return State.QUOTED;
    }

    private State unquoted(int c, int index) {
        switch (c) {
            case ',' -> {
                fields++;
                return State.FIELD_START;
            }
            case '"' -> faultAt(index, "a quote inside an unquoted field");
            case '\r' -> faultAt(index, "a carriage return without a line feed");
            case 0 -> faultAt(index, "NUL");
            default -> {
                // any other byte is text
            }
        }
        return State.UNQUOTED;
    }

    private State quoted(int c, int index) {
        if (c == 0) {
            faultAt(index, "NUL");
        }
        return c == '"' ? State.QUOTE_IN_QUOTED : State.QUOTED;
    }

    private State afterQuote(int c, int index) {
        if (c == '"') {
            return State.QUOTED;
        }
        if (c == ',') {
            fields++;
            return State.FIELD_START;
        }
        faultAt(index, "text after a closing quote");
        return State.UNQUOTED;
    }

    private void faultAt(int index, String found) {
        fault("Expected RFC 4180, found " + found + " at byte " + index + " of the record");
    }
}
