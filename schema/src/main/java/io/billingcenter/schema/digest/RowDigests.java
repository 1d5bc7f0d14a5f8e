package io.billingcenter.schema.digest;

import io.billingcenter.domain.reconciliation.Digests;
import io.billingcenter.schema.Table;
import io.billingcenter.schema.TableRow;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one unit of work, table by table, as digests. A row counts as the text of its cells, whoever has it: the
 * program that writes it or the database that gives it back. The order in which rows come does not matter; they are
 * sorted by their texts.
 */
public final class RowDigests {

    private static final int DIGITS = 32;

    private final Map<DigestedTable, List<String>> rows = new EnumMap<>(DigestedTable.class);

    /** Adds a row: a value for each of {@link DigestedTable#columns()}. */
    public RowDigests add(DigestedTable table, @Nullable Object... cells) {
        if (cells.length != table.columns().size()) {
            throw new IllegalArgumentException("Expected " + table.columns().size() + " cells of " + table.tableName()
                    + ", found " + cells.length);
        }
        rows.computeIfAbsent(table, key -> new ArrayList<>()).add(text(cells));
        return this;
    }

    /** Adds a row that is to be written. */
    public RowDigests add(TableRow row) {
        return add(DigestedTable.of(row.table()), row.digestedCells());
    }

    /** Adds the current row of a query of that table. */
    public RowDigests add(Table table, ResultSet row) throws SQLException {
        return add(DigestedTable.of(table), table.digestedCells(row));
    }

    /** Rows and digest of each table that has any: {@code charge 5 0a1b...;usage 5 ...}, in the order of the tables. */
    public String parts() {
        StringBuilder parts = new StringBuilder();
        rows.forEach((table, texts) -> {
            List<String> sorted = new ArrayList<>(texts);
            Collections.sort(sorted);
            parts.append(parts.isEmpty() ? "" : ";")
                    .append(table.tableName())
                    .append(' ')
                    .append(sorted.size())
                    .append(' ')
                    .append(Digests.sha256(String.join("\n", sorted)), 0, DIGITS);
        });
        return parts.toString();
    }

    /** Returns the tables whose parts differ, with the entries of both sides. */
    public static List<PartDifference> differences(String one, String other) {
        Map<String, String> left = byTable(one);
        Map<String, String> right = byTable(other);
        TreeSet<String> tables = new TreeSet<>(left.keySet());
        tables.addAll(right.keySet());
        List<PartDifference> differences = new ArrayList<>();
        for (String table : tables) {
            String then = left.getOrDefault(table, "no rows");
            String now = right.getOrDefault(table, "no rows");
            if (!then.equals(now)) {
                differences.add(new PartDifference(table, then, now));
            }
        }
        return differences;
    }

    /** The entries of two texts of {@link #parts()} for a table. */
    public record PartDifference(String table, String left, String right) {}

    /** Returns the canonical text of a row: every cell with its length, so that no two rows share one. */
    public static String text(@Nullable Object... cells) {
        StringBuilder text = new StringBuilder();
        for (Object cell : cells) {
            String value = cellText(cell);
            if (value == null) {
                text.append("-,");
            } else {
                text.append(value.length()).append(':').append(value).append(',');
            }
        }
        return text.toString();
    }

    private static @Nullable String cellText(@Nullable Object cell) {
        if (cell == null) {
            return null;
        }
        if (cell instanceof BigDecimal number) {
            return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
        }
        if (cell instanceof byte[] bytes) {
            return Digests.sha256(bytes);
        }
        return cell.toString();
    }

    private static Map<String, String> byTable(String parts) {
        Map<String, String> byTable = new HashMap<>();
        for (String part : parts.split(";", -1)) {
            int end = part.indexOf(' ');
            if (end > 0) {
                byTable.put(part.substring(0, end), part.substring(end + 1).replaceFirst(" ", " rows "));
            }
        }
        return byTable;
    }

    /** SHA-256 of the row's text, for sums over rows that are too many to be sorted. */
    public static byte[] hash(@Nullable Object... cells) {
        return Digests.sha256().digest(text(cells).getBytes(StandardCharsets.UTF_8));
    }
}
