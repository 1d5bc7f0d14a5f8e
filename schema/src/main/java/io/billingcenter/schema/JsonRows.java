package io.billingcenter.schema;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/**
 * The rows that belong to one row of a table, as the JSON text of a column: {@code {"version":1,"rows":[["log",30,12.5]]}}.
 * A cell is a code, a number or null. Codes have no character that JSON would escape.
 */
public final class JsonRows {

    private static final int VERSION = 1;
    private static final String BEGIN = "{\"version\":" + VERSION + ",\"rows\":[";
    private static final String END = "]}";
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(Integer.MAX_VALUE)
                    .build())
            .build();

    private JsonRows() {}

    /** Writes rows. */
    public static final class Writer {

        private final StringBuilder text = new StringBuilder(256).append(BEGIN);
        private boolean isFirstRow = true;
        private boolean isFirstCell = true;

        /** Begins a row. */
        public Writer row() {
            if (!isFirstRow) {
                text.append("],");
            }
            text.append('[');
            isFirstRow = false;
            isFirstCell = true;
            return this;
        }

        /**
         * Adds a code, or null.
         *
         * @throws IllegalArgumentException if it has a character that is not a letter, digit or one of {@code . _ -}
         */
        public Writer code(@Nullable String code) {
            separate();
            if (code == null) {
                text.append("null");
                return this;
            }
            for (int i = 0; i < code.length(); i++) {
                if (!isOfCode(code.charAt(i))) {
                    throw new IllegalArgumentException(
                            "Expected a code of letters, digits, '.', '_' and '-', found '" + code + "'");
                }
            }
            text.append('"').append(code).append('"');
            return this;
        }

        /** Adds a number without needless zeros, or null. */
        public Writer number(@Nullable BigDecimal number) {
            separate();
            if (number == null) {
                text.append("null");
            } else if (number.signum() == 0) {
                text.append('0');
            } else {
                text.append(number.stripTrailingZeros().toPlainString());
            }
            return this;
        }

        /** Adds a whole number, or null. */
        public Writer number(@Nullable BigInteger number) {
            separate();
            text.append(number);
            return this;
        }

        /** Adds a whole number. */
        public Writer number(int number) {
            separate();
            text.append(number);
            return this;
        }

        /** Returns the text of all rows. */
        public String text() {
            return text + (isFirstRow ? END : "]" + END);
        }

        private void separate() {
            if (!isFirstCell) {
                text.append(',');
            }
            isFirstCell = false;
        }

        private static boolean isOfCode(char c) {
            return c >= 'a' && c <= 'z'
                    || c >= 'A' && c <= 'Z'
                    || c >= '0' && c <= '9'
                    || c == '.'
                    || c == '_'
                    || c == '-';
        }
    }

    /** A row that was read. */
    public static final class Row {

        private final List<@Nullable Object> cells = new ArrayList<>(9);

        /** Returns the code in that cell, counted from 0. */
        public String code(int cell) {
            return (String) value(cell);
        }

        /** Returns the code in that cell, or null. */
        public @Nullable String codeOrNull(int cell) {
            return (String) cells.get(cell);
        }

        /** Returns the number in that cell. */
        public BigDecimal number(int cell) {
            return (BigDecimal) value(cell);
        }

        /** Returns the number in that cell, or null. */
        public @Nullable BigDecimal numberOrNull(int cell) {
            return (BigDecimal) cells.get(cell);
        }

        private Object value(int cell) {
            Object value = cells.get(cell);
            if (value == null) {
                throw new IllegalStateException(
                        "Expected a value in cell " + cell + " of the row " + cells + ", found null");
            }
            return value;
        }
    }

    /**
     * Returns the rows of a text; none of null, which a row of a discarded table may have.
     *
     * @param column name of the column, for people
     * @param width number of cells of each row
     * @throws IllegalStateException if the text is not one that a {@link Writer} has written, or is of a newer version
     */
    public static List<Row> read(String column, int width, @Nullable String text) {
        if (text == null) {
            return List.of();
        }
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text)) {
            requireVersion(column, text);
            List<Row> rows = new ArrayList<>();
            while (parser.nextToken() != JsonToken.START_ARRAY) {
                // The version has been looked at.
            }
            while (parser.nextToken() == JsonToken.START_ARRAY) {
                Row row = row(parser);
                if (row.cells.size() != width) {
                    throw unexpected(column, width + " cells in each row", text);
                }
                rows.add(row);
            }
            return rows;
        } catch (JacksonException | NumberFormatException e) {
            throw unexpected(column, "rows in JSON", text);
        }
    }

    private static Row row(JsonParser parser) {
        Row row = new Row();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            switch (token) {
                case VALUE_STRING -> row.cells.add(parser.getString());
                case VALUE_NULL -> row.cells.add(null);
                default -> row.cells.add(parser.getDecimalValue());
            }
        }
        return row;
    }

    private static void requireVersion(String column, String text) {
        if (!text.startsWith(BEGIN) || !text.endsWith(END)) {
            throw unexpected(column, "a text that begins with " + BEGIN, text);
        }
    }

    private static IllegalStateException unexpected(String column, String expected, String text) {
        return new IllegalStateException("Expected " + expected + " in column " + column + ", found "
                + text.substring(0, Math.min(text.length(), 200)));
    }
}
