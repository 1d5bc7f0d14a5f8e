package io.billingcenter.readers.tables.reconciliation;

import io.billingcenter.domain.reconciliation.WorkspaceDaySnapshot;
import io.billingcenter.domain.usage.WorkspaceDay;
import io.billingcenter.schema.Table;
import io.billingcenter.schema.WorkspaceDayColumns;
import io.billingcenter.schema.billing.DayHoldTable;
import io.billingcenter.schema.billing.RatedDayTable;
import io.billingcenter.schema.metering.DayReadingTable;
import io.billingcenter.schema.metering.MeteredDayTable;
import io.billingcenter.schema.metering.TrafficFileTable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Reads the rows of the workspace-days in {@code gate_scope}: a page of workspace-days at once, with one query for each
 * table.
 */
public final class WorkspaceDaySnapshotReader {

    private static final int PAGE_DAYS = 500;

    private static final String OF_SCOPE = """
            FROM gate_scope s JOIN %s t ON t.workspace_id = s.workspace_id AND t.billing_day = s.billing_day
            """;
    private static final String PAGE = " s.scope_number > ? AND s.scope_number <= ? ";
    private static final String CURRENT_READING = """
            FROM gate_scope s
            JOIN day_reading r
              ON r.workspace_id = s.workspace_id AND r.billing_day = s.billing_day AND r.is_current = TRUE
            JOIN %s t ON t.workspace_id = r.workspace_id AND t.billing_day = r.billing_day AND t.reading = r.reading
            """;
    private static final String CURRENT_RATING = """
            FROM gate_scope s
            JOIN rated_day r
              ON r.workspace_id = s.workspace_id AND r.billing_day = s.billing_day AND r.is_current = TRUE
            JOIN %s t ON t.workspace_id = r.workspace_id AND t.billing_day = r.billing_day AND t.rating = r.rating
            """;

    private static final String SCOPE =
            "SELECT s.workspace_id, s.billing_day FROM gate_scope s WHERE" + PAGE + "ORDER BY s.scope_number";
    private static final String READINGS = all(DayReadingTable.TABLE, OF_SCOPE);
    private static final String FILES = all(TrafficFileTable.TABLE, CURRENT_READING);
    private static final String QUARANTINE = "SELECT t.workspace_id, t.billing_day, t.file, COUNT(*) AS row_count "
            + CURRENT_READING.formatted("quarantined_record") + "WHERE" + PAGE
            + "GROUP BY t.workspace_id, t.billing_day, t.file";
    private static final String REVISIONS = all(MeteredDayTable.TABLE, OF_SCOPE);
    private static final String RATINGS = all(RatedDayTable.TABLE, OF_SCOPE);
    private static final String HOLDS = all(DayHoldTable.TABLE, CURRENT_RATING);
    private static final String STANDING = """
            SELECT p.workspace_id, p.billing_day, p.account_id, p.settlement, p.charges
            FROM gate_scope s
            JOIN rated_day r
              ON r.workspace_id = s.workspace_id AND r.billing_day = s.billing_day AND r.is_current = TRUE
                AND r.outcome = 'held'
            JOIN rated_day p
              ON p.workspace_id = r.workspace_id AND p.billing_day = r.billing_day AND p.posted = TRUE
                AND p.outcome <> 'held'
            WHERE NOT EXISTS (
                SELECT 1 FROM rated_day later
                WHERE later.workspace_id = p.workspace_id AND later.billing_day = p.billing_day AND later.rating > p.rating
                  AND later.posted = TRUE AND later.outcome <> 'held')
              AND""" + PAGE;
    private static final String POSTINGS = """
            SELECT t.workspace_id, t.billing_day, t.account_id, t.settlement, t.currency, t.meter, t.retention_days,
              COUNT(*) AS row_count, SUM(t.quantity) AS quantity, SUM(t.amount) AS amount
            """ + OF_SCOPE.formatted("posting") + "WHERE" + PAGE + """
            AND t.agreement_id = '' AND t.kind <> 'credit'
            GROUP BY t.workspace_id, t.billing_day, t.account_id, t.settlement, t.currency, t.meter, t.retention_days
            """;
    private static final String TOTALS = """
            SELECT c.workspace_id, c.control_day AS billing_day, c.stage, c.version, c.row_count, c.quantity, c.amount
            FROM gate_scope s
            JOIN control_total c
              ON c.stage = '%s' AND c.workspace_id = s.workspace_id AND c.control_day = s.billing_day
            WHERE""" + PAGE;

    private final JdbcTemplate jdbc;

    /** Reads through the template. */
    public WorkspaceDaySnapshotReader(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Passes everything in the scope to a consumer, in the order of the scope. */
    public void read(Consumer<WorkspaceDaySnapshot> found) {
        PackageDays packages = new PackageDays(jdbc);
        int from = 0;
        List<WorkspaceDay> page = page(from);
        while (!page.isEmpty()) {
            Map<WorkspaceDay, WorkspaceDayRows> rows = rows(from, packages);
            page.forEach(day ->
                    found.accept(rows.getOrDefault(day, new WorkspaceDayRows()).snapshot(day)));
            from += PAGE_DAYS;
            page = page(from);
        }
    }

    private List<WorkspaceDay> page(int from) {
        return jdbc.query(SCOPE, (row, number) -> WorkspaceDayColumns.get(row), from, from + PAGE_DAYS);
    }

    /** Returns the rows of a page. Current readings, revisions and ratings come before the rows that belong to them. */
    private Map<WorkspaceDay, WorkspaceDayRows> rows(int from, PackageDays packages) {
        Map<WorkspaceDay, WorkspaceDayRows> rows = new HashMap<>();
        query(rows, READINGS, from, WorkspaceDayRows::addReading);
        query(rows, FILES, from, WorkspaceDayRows::addFile);
        query(rows, QUARANTINE, from, WorkspaceDayRows::addQuarantine);
        query(rows, REVISIONS, from, WorkspaceDayRows::addRevision);
        query(rows, RATINGS, from, (of, row) -> of.addRating(row, packages));
        query(rows, HOLDS, from, WorkspaceDayRows::addHold);
        query(rows, STANDING, from, WorkspaceDayRows::addStandingCharges);
        query(rows, POSTINGS, from, WorkspaceDayRows::addPostings);
        query(rows, TOTALS.formatted("read"), from, WorkspaceDayRows::addReadTotal);
        query(rows, TOTALS.formatted("rated"), from, WorkspaceDayRows::addRatedTotal);
        query(rows, TOTALS.formatted("posted"), from, WorkspaceDayRows::addPostedTotal);
        return rows;
    }

    private void query(Map<WorkspaceDay, WorkspaceDayRows> rows, String sql, int from, RowUse use) {
        jdbc.query(
                sql,
                (ResultSet row) -> {
                    use.take(rows.computeIfAbsent(WorkspaceDayColumns.get(row), day -> new WorkspaceDayRows()), row);
                },
                from,
                from + PAGE_DAYS);
    }

    /** Returns a query of all columns of a table, for the workspace-days of a page. */
    private static String all(Table table, String from) {
        return "SELECT " + table.columnList("t") + " " + from.formatted(table.name()) + "WHERE" + PAGE;
    }

    private interface RowUse {
        void take(WorkspaceDayRows of, ResultSet row) throws SQLException;
    }
}
