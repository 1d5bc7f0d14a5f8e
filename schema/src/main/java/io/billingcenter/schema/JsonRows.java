package io.billingcenter.schema;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * The rows that belong to one row of a table, as the JSON text of a column: {@code {"version":1,"rows":[["log",30,12.5]]}}.
 * A cell is a code, a number or null. Codes have no character that JSON would escape.
 */
public final class JsonRows {

    private static final int VERSION = 1;
    private static final String BEGIN = "{\"version\":" + VERSION + ",\"rows\":[";
    private static final String END = "]}";
    private static final int MOST_SHOWN = 200;
    private static final int LARGEST_SCALE = 100;
    private static final JsonFactory JSON = new JsonFactory();

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

        private Row() {}

        /** Returns the code in that cell, counted from 0. */
        public String code(int cell) {
            return String.class.cast(value(cell));
        }

        /** Returns the code in that cell, or null. */
        public @Nullable String codeOrNull(int cell) {
            return cells.get(cell) == null ? null : code(cell);
        }

        /** Returns the number in that cell. */
        public BigDecimal number(int cell) {
            return BigDecimal.class.cast(value(cell));
        }

        /** Returns the number in that cell, or null. */
        public @Nullable BigDecimal numberOrNull(int cell) {
            return cells.get(cell) == null ? null : number(cell);
        }

        private Object value(int cell) {
            Object value = cells.get(cell);
            if (value == null) {
                throw new IllegalArgumentException("Expected a value in cell " + cell + " of the row " + cells);
            }
            return value;
        }
    }

    /**
     * Returns what the rows of a text stand for, in their order; nothing for null.
     *
     * @param column name of the column, for people
     * @param width number of cells of each row
     * @param value returns what a row stands for
     * @throws IllegalStateException if the text is not one that a {@link Writer} has written, is of a newer version, or has a
     *     row that stands for nothing
     */
    public static <T> List<T> read(String column, int width, @Nullable String text, Function<Row, T> value) {
        List<T> values = new ArrayList<>();
        for (Row row : rows(column, text)) {
            if (row.cells.size() != width) {
                throw unexpected(width + " cells in each row", column, text, null);
            }
            try {
                values.add(value.apply(row));
            } catch (IllegalArgumentException | ArithmeticException | ClassCastException | DateTimeException e) {
                throw unexpected("other values", column, row.cells.toString(), e);
            }
        }
        return values;
    }

    private static List<Row> rows(String column, @Nullable String text) {
        List<Row> rows = new ArrayList<>();
        if (text == null) {
            return rows;
        }
        if (!text.startsWith(BEGIN)) {
            throw unexpected("a text that begins with " + BEGIN, column, text, null);
        }
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text)) {
            while (parser.nextToken() != JsonToken.START_ARRAY) {
                // The beginning has been looked at.
            }
            while (parser.nextToken() == JsonToken.START_ARRAY) {
                rows.add(row(parser));
            }
            boolean isWhole = parser.currentToken() == JsonToken.END_ARRAY
                    && parser.nextToken() == JsonToken.END_OBJECT
                    && parser.nextToken() == null;
            if (!isWhole) {
                throw unexpected("nothing but rows", column, text, null);
            }
        } catch (JacksonException | NumberFormatException e) {
            throw unexpected("rows in JSON", column, text, e);
        }
        return rows;
    }

    private static Row row(JsonParser parser) {
        Row row = new Row();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            switch (token) {
                case VALUE_STRING -> row.cells.add(parser.getString());
                case VALUE_NULL -> row.cells.add(null);
                default -> row.cells.add(number(parser));
            }
        }
        return row;
    }

    private static BigDecimal number(JsonParser parser) {
        BigDecimal number = parser.getDecimalValue();
        // A number with an exponent could take up all memory where its digits are needed.
        if (number.scale() < 0 || number.scale() > LARGEST_SCALE) {
            throw new NumberFormatException("Expected a number without an exponent, found " + number);
        }
        return number;
    }

    private static IllegalStateException unexpected(
            String expected, String column, @Nullable String found, @Nullable Exception cause) {
        String shown = String.valueOf(found);
        return new IllegalStateException(
                "Expected " + expected + " in column " + column + ", found "
                        + shown.substring(0, Math.min(shown.length(), MOST_SHOWN)),
                cause);
    }
}
