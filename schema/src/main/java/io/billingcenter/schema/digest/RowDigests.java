package io.billingcenter.schema.digest;

import io.billingcenter.domain.digest.Digests;
import io.billingcenter.schema.Table;
import io.billingcenter.schema.TableRow;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Digests of the rows of one unit of work, by table. A row counts as the canonical text of its cells, which is the same for a
 * row that is written and for one that is read. The order in which rows are added does not matter; they are sorted by text.
 */
public final class RowDigests {

    private static final int DIGITS = 32;

    private final Map<Table, List<String>> rows = new TreeMap<>(Comparator.comparingInt(DigestedTables::positionOf));

    /**
     * Adds a row that is to be written.
     *
     * @throws IllegalArgumentException if digests are not made of its table
     */
    public RowDigests add(TableRow row) {
        return add(row.table(), row.digestedCells());
    }

    /**
     * Adds the current row of a query of that table.
     *
     * @throws IllegalArgumentException if digests are not made of the table
     */
    public RowDigests add(Table table, ResultSet row) throws SQLException {
        return add(table, table.digestedCells(row));
    }

    /** Adds a row: a cell for each column that digests of the table are made of. */
    RowDigests add(Table table, @Nullable Object[] cells) {
        rows.computeIfAbsent(table, key -> new ArrayList<>()).add(text(cells));
        return this;
    }

    /**
     * Returns number and digest of the rows of each table that has any: {@code usage 5 0a1b...;charge 5 ...}, in the order of
     * {@link DigestedTables#ALL}.
     */
    public String parts() {
        StringBuilder parts = new StringBuilder();
        rows.forEach((table, texts) -> {
            List<String> sorted = new ArrayList<>(texts);
            Collections.sort(sorted);
            parts.append(parts.isEmpty() ? "" : ";")
                    .append(table.name())
                    .append(' ')
                    .append(sorted.size())
                    .append(' ')
                    .append(Digests.sha256(String.join("\n", sorted)), 0, DIGITS);
        });
        return parts.toString();
    }

    /** Returns the tables whose parts differ, with both sides. */
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

    /** A table in two texts of {@link #parts()}. */
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

    /** Returns the SHA-256 of the canonical text of a row. */
    public static byte[] hash(@Nullable Object... cells) {
        return Digests.sha256().digest(text(cells).getBytes(StandardCharsets.UTF_8));
    }
}
