package io.billingcenter.readers.tables.reconciliation;

import io.billingcenter.domain.reconciliation.Digests;
import io.billingcenter.domain.reconciliation.RunSeal;
import io.billingcenter.schema.Table;
import io.billingcenter.schema.digest.RowDigests;
import io.billingcenter.schema.digest.RowSum;
import io.billingcenter.schema.reconciliation.ControlTotalTable;
import io.billingcenter.schema.reconciliation.RunSealTable;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads control totals and seals, in ranges of workspaces, so that memory holds one range at a time. */
public final class ControlTables {

    /** The number of totals that are sorted in memory at once; each range reads the totals of its runs once more. */
    private static final long SEALED_TOTALS = 100_000;

    /** The number of totals that are verified at once, with the rows that they count. */
    private static final long VERIFIED_TOTALS = 20_000;

    private static final String RUN_ID = "run_id";

    private final JdbcTemplate jdbc;

    /**
     * A range of workspaces.
     *
     * @param after the id before the range; null for a range from the first one, which may be empty
     * @param upTo the last id; null for a range to the last one
     */
    record Range(@Nullable String after, @Nullable String upTo) {

        String condition(String column) {
            return (after == null ? "" : " AND " + column + " > ?") + (upTo == null ? "" : " AND " + column + " <= ?");
        }

        Object[] arguments(Object... before) {
            List<Object> arguments = new ArrayList<>(List.of(before));
            if (after != null) {
                arguments.add(after);
            }
            if (upTo != null) {
                arguments.add(upTo);
            }
            return arguments.toArray();
        }
    }

    /** The totals of some runs as one digest. */
    public record SealedTotals(long count, String digest) {}

    /** Reads through the template. */
    public ControlTables(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns the chain of seals, from the first one. */
    public List<RunSeal> seals() {
        return jdbc.query(
                RunSealTable.TABLE.select() + " ORDER BY " + RunSealTable.SEAL_NUMBER,
                (row, number) -> RunSealTable.runSeal(row));
    }

    /** Returns the digest of the control totals of the runs after one up to another, in the order of their keys. */
    public SealedTotals totals(long afterRun, long upToRun) {
        MessageDigest digest = Digests.sha256();
        long[] count = new long[1];
        for (Range range : ranges(SEALED_TOTALS, "run_id > ? AND run_id <= ?", afterRun, upToRun)) {
            jdbc.query(
                    "SELECT * FROM control_total WHERE run_id > ? AND run_id <= ?" + range.condition("workspace_id")
                            + " ORDER BY workspace_id, stage, control_day, version, subject, currency",
                    (ResultSet row) -> {
                        digest.update((RowDigests.text(ControlTotalTable.TABLE.digestedCells(row)) + "\n")
                                .getBytes(StandardCharsets.UTF_8));
                        count[0]++;
                    },
                    range.arguments(afterRun, upToRun));
        }
        return new SealedTotals(count[0], HexFormat.of().formatHex(digest.digest()));
    }

    /** Returns the sum of the rows of a table as it is now. */
    public RowSum state(Table table) {
        RowSum sum = new RowSum(table);
        jdbc.query("SELECT * FROM " + table, row -> {
            sum.add(cellsWithoutRun(row));
        });
        return sum;
    }

    /** Returns all cells that there are, but for the number of the run, which a repeat changes. */
    private static @Nullable Object[] cellsWithoutRun(ResultSet row) throws SQLException {
        ResultSetMetaData columns = row.getMetaData();
        @Nullable Object[] cells = new @Nullable Object[columns.getColumnCount()];
        for (int i = 0; i < cells.length; i++) {
            boolean isRun = columns.getColumnName(i + 1).equalsIgnoreCase(RUN_ID);
            cells[i] = isRun ? null : Table.cell(row.getObject(i + 1));
        }
        return cells;
    }

    /** Returns the parts of a table as it was sealed last, or null if it never was. */
    public @Nullable String sealedState(Table table) {
        List<String> parts = jdbc.query(
                "SELECT parts FROM control_total WHERE stage = 'state' AND workspace_id = '' AND subject = ?"
                        + " ORDER BY version DESC FETCH FIRST 1 ROWS ONLY",
                (row, number) -> row.getString("parts"),
                table.name());
        return parts.isEmpty() ? null : parts.get(0);
    }

    /** Returns ranges that together have every workspace, each with about the same number of the wanted totals. */
    List<Range> ranges(String wanted) {
        return ranges(VERIFIED_TOTALS, wanted);
    }

    private List<Range> ranges(long totals, String wanted, Object... arguments) {
        List<Range> ranges = new ArrayList<>();
        String[] after = new String[1];
        long[] seen = new long[1];
        jdbc.query(
                "SELECT workspace_id, COUNT(*) AS totals FROM control_total WHERE " + wanted
                        + " GROUP BY workspace_id ORDER BY workspace_id",
                (ResultSet row) -> {
                    seen[0] += row.getLong("totals");
                    if (seen[0] >= totals) {
                        ranges.add(new Range(after[0], row.getString("workspace_id")));
                        after[0] = row.getString("workspace_id");
                        seen[0] = 0;
                    }
                },
                arguments);
        ranges.add(new Range(after[0], null));
        return ranges;
    }
}
