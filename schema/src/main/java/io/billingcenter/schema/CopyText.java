package io.billingcenter.schema;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows in the text format of COPY, made in blocks: a line for each row, a tab between cells, {@code \\N} for NULL, and a
 * backslash before characters that would otherwise be taken for these.
 */
final class CopyText {

    /** Takes blocks of the text. */
    @FunctionalInterface
    interface Target {

        /** Takes some bytes; they may change afterwards. */
        void write(byte[] block, int offset, int length) throws SQLException;
    }

    private static final int BLOCK_BYTES = 64 << 10;
    private static final byte[] NULL = {'\\', 'N'};
    private static final int LAST_YEAR_OF_FOUR_DIGITS = 9_999;

    private final Target target;
    private byte[] block = new byte[BLOCK_BYTES];
    private int length;

    CopyText(Target target) {
        this.target = target;
    }

    /** Adds the cells of a row. */
    void add(List<Column<?>> columns, TableRow row) throws SQLException {
        for (int i = 0; i < columns.size(); i++) {
            if (i > 0) {
                append((byte) '\t');
            }
            addCell(row.cell(columns.get(i)));
        }
        append((byte) '\n');
        if (length >= BLOCK_BYTES / 2) {
            flush();
        }
    }

    /** Hands over what was added. */
    void flush() throws SQLException {
        target.write(block, 0, length);
        length = 0;
    }

    private void addCell(@Nullable Object cell) {
        if (cell == null) {
            append(NULL);
        } else if (cell instanceof String text) {
            addEscaped(text.getBytes(StandardCharsets.UTF_8));
        } else if (cell instanceof byte[] bytes) {
            addEscaped(ascii(text(bytes)));
        } else if (cell instanceof LocalDate date) {
            append(ascii(text(date)));
        } else if (cell instanceof Integer || cell instanceof Long || cell instanceof BigDecimal) {
            append(ascii(cell.toString()));
        } else if (cell instanceof Boolean flag) {
            append((byte) (flag ? 't' : 'f'));
        } else {
            throw new IllegalArgumentException("Expected a value of a column, found a " + cell.getClass());
        }
    }

    /** Returns the date as PostgreSQL reads it: without a sign, and years before the year 1 as such. */
    static String text(LocalDate date) {
        if (date.getYear() > LAST_YEAR_OF_FOUR_DIGITS) {
            return date.toString().substring(1);
        }
        return date.getYear() > 0 ? date.toString() : date.withYear(1 - date.getYear()) + " BC";
    }

    /** Returns the bytes as PostgreSQL reads them. */
    static String text(byte[] bytes) {
        return "\\x" + HexFormat.of().formatHex(bytes);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** Adds the bytes of a text. In UTF-8, no byte of another character is one of those that are escaped. */
    private void addEscaped(byte[] text) {
        ensure(2 * text.length);
        for (byte next : text) {
            byte escaped = escaped(next);
            if (escaped != 0) {
                block[length++] = '\\';
                block[length++] = escaped;
            } else {
                block[length++] = next;
            }
        }
    }

    /** Returns what follows the backslash in place of a byte, or 0 if the byte stands for itself. */
    private static byte escaped(byte next) {
        return switch (next) {
            case '\\' -> '\\';
            case '\t' -> 't';
            case '\n' -> 'n';
            case '\r' -> 'r';
            default -> 0;
        };
    }

    private void append(byte[] bytes) {
        ensure(bytes.length);
        System.arraycopy(bytes, 0, block, length, bytes.length);
        length += bytes.length;
    }

    private void append(byte next) {
        ensure(1);
        block[length++] = next;
    }

    private void ensure(int more) {
        if (length + more > block.length) {
            block = Arrays.copyOf(block, Math.max(2 * block.length, length + more));
        }
    }
}
