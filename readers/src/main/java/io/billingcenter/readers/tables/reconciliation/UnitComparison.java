package io.billingcenter.readers.tables.reconciliation;

import io.billingcenter.domain.reconciliation.ControlLevel;
import io.billingcenter.domain.reconciliation.Digests;
import io.billingcenter.domain.reconciliation.ReconciliationResult;
import io.billingcenter.readers.tables.paging.TableNames;
import io.billingcenter.schema.Table;
import io.billingcenter.schema.TableRow;
import io.billingcenter.schema.digest.RowDigests;
import io.billingcenter.schema.reconciliation.ControlTotalTable;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;

/**
 * A comparison of units of work with their control totals: digests of the rows that are there now with those that were stored
 * when the rows were written.
 */
final class UnitComparison {

    /** Names the unit that a row belongs to; empty for none. */
    @FunctionalInterface
    interface Unit {
        String of(ResultSet row) throws SQLException;
    }

    private final JdbcTemplate jdbc;
    private final ReconciliationResult result;
    private final Map<String, String> written = new HashMap<>();
    private final Map<String, RowDigests> found = new HashMap<>();

    UnitComparison(JdbcTemplate jdbc, ReconciliationResult result) {
        this.jdbc = jdbc;
        this.result = result;
    }

    /** Reads control totals, and compares each with its own digest. */
    void addTotals(Unit unit, String condition, Object... arguments) {
        jdbc.query(
                "SELECT * FROM control_total WHERE " + condition,
                (ResultSet row) -> {
                    String key = unit.of(row);
                    String parts = ControlTotalTable.PARTS.get(row);
                    compareDigest(result, key, row);
                    written.put(key, parts);
                },
                arguments);
    }

    /** Compares the control total in the current row with its own digest. */
    static void compareDigest(ReconciliationResult result, String unit, ResultSet total) throws SQLException {
        result.compare(
                ControlLevel.ROW_DIGESTS,
                "control_total of " + unit,
                ControlTotalTable.DIGEST.get(total),
                Digests.sha256(ControlTotalTable.PARTS.get(total)));
    }

    /** Sets the parts of a control total that was read elsewhere. */
    void putTotal(String unit, String parts) {
        written.put(unit, parts);
    }

    boolean hasTotal(String unit) {
        return written.containsKey(unit);
    }

    /** Adds the rows of a table to the digests of their units. */
    void addRows(Table table, Unit unit, String condition, Object... arguments) {
        query(
                jdbc,
                table,
                condition,
                row -> {
                    String key = unit.of(row);
                    if (!key.isEmpty()) {
                        addRow(key, table, row);
                    }
                },
                arguments);
    }

    /** Adds the current row of a query of the table to the digests of a unit. */
    void addRow(String unit, Table table, ResultSet row) throws SQLException {
        digests(unit).add(table, row);
    }

    /** Adds a row to the digests of a unit. */
    void addRow(String unit, TableRow row) {
        digests(unit).add(row);
    }

    private RowDigests digests(String unit) {
        return found.computeIfAbsent(unit, key -> new RowDigests());
    }

    /**
     * Reads rows of a table; none of a table that came after the program that has left the database.
     *
     * @param condition selects the rows
     */
    static void query(JdbcTemplate jdbc, Table table, String condition, RowCallbackHandler use, Object... arguments) {
        if (TableNames.has(jdbc, table.name())) {
            // All columns that there are: a database of an older program lacks those that came later.
            jdbc.query("SELECT * FROM " + table + " WHERE " + condition, use, arguments);
        }
    }

    /** Returns the units that have a control total or rows. */
    SortedSet<String> units() {
        TreeSet<String> units = new TreeSet<>(written.keySet());
        units.addAll(found.keySet());
        return units;
    }

    /** Compares all units, and names the tables in which they differ. */
    void compare() {
        for (String unit : units()) {
            String then = written.getOrDefault(unit, "");
            RowDigests digests = found.get(unit);
            String now = digests == null ? "" : digests.parts();
            if (then.equals(now)) {
                result.equal(ControlLevel.ROW_DIGESTS, 1, BigDecimal.ZERO);
            } else {
                RowDigests.differences(then, now)
                        .forEach(part -> result.compare(
                                ControlLevel.ROW_DIGESTS, part.table() + " of " + unit, part.left(), part.right()));
            }
        }
    }
}
