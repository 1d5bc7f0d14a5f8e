package io.billingcenter.readers.tables.guard;

import io.billingcenter.domain.guard.OpenCell;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.schema.guard.AcknowledgedCellTable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** Holds, and input that is not as expected, with their acknowledgements. One query, whatever their number. */
public final class OpenCellReader {

    /**
     * Condition that a row {@code c} with columns {@code workspace_id}, {@code billing_day}, {@code reason}, {@code meter}
     * and {@code retention_days} is acknowledged.
     */
    public static final String ACKNOWLEDGED = """
            (EXISTS (SELECT 1 FROM acknowledged_cell a
              WHERE a.workspace_id = c.workspace_id AND a.billing_day = c.billing_day AND a.reason = c.reason
                AND a.meter = c.meter AND a.retention_days = c.retention_days)
            OR EXISTS (SELECT 1 FROM acknowledgement k
              WHERE k.until_day >= c.billing_day AND (k.from_day IS NULL OR k.from_day <= c.billing_day)
                AND k.reason = c.reason AND (k.workspace_id = '' OR k.workspace_id = c.workspace_id)
                AND (k.meter = '' OR k.meter = c.meter)))""";

    private static final String CELLS = """
            (SELECT r.workspace_id, r.billing_day, d.reason, d.meter, d.retention_days, d.detail FROM rated_day r
            JOIN day_hold d ON d.workspace_id = r.workspace_id AND d.billing_day = r.billing_day AND d.rating = r.rating
            WHERE r.is_current = TRUE AND r.outcome = 'held' AND r.billing_day <= ?
            UNION ALL
            SELECT l.workspace_id, l.billing_day, 'late_window', '', 0, l.detail FROM late_day l WHERE l.billing_day <= ?
            UNION ALL
            SELECT f.workspace_id, f.billing_day, f.reason, '', 0, f.detail FROM fee_hold f WHERE f.billing_day <= ?
            UNION ALL
            SELECT i.workspace_id, i.billing_day, i.finding, '', 0, i.detail FROM input_finding i WHERE i.billing_day <= ?
            ) c""";

    private static final String ALL =
            "SELECT c.*, CASE WHEN " + ACKNOWLEDGED + " THEN 1 ELSE 0 END AS acknowledged FROM " + CELLS
                    + " ORDER BY c.billing_day, c.workspace_id, c.reason, c.meter, c.retention_days, c.detail";

    private static final String UNKNOWN = "SELECT c.*, 0 AS acknowledged FROM " + CELLS + " WHERE NOT " + ACKNOWLEDGED
            + " ORDER BY c.billing_day, c.workspace_id, c.reason, c.meter, c.retention_days, c.detail";

    private final JdbcTemplate jdbc;

    /** Reads through the template. */
    public OpenCellReader(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns all cells up to the day, by day and workspace. */
    public List<OpenCell> upTo(BillingDay day) {
        return cells(ALL, day);
    }

    /** Returns the cells up to the day that nobody has acknowledged, by day and workspace. */
    public List<OpenCell> notAcknowledgedUpTo(BillingDay day) {
        return cells(UNKNOWN, day);
    }

    private List<OpenCell> cells(String query, BillingDay day) {
        LocalDate date = day.date();
        return jdbc.query(query, (row, n) -> cell(row), date, date, date, date);
    }

    private static OpenCell cell(ResultSet row) throws SQLException {
        return new OpenCell(
                new OpenCell.Key(
                        AcknowledgedCellTable.WORKSPACE_ID.get(row),
                        AcknowledgedCellTable.BILLING_DAY.get(row),
                        AcknowledgedCellTable.REASON.get(row),
                        AcknowledgedCellTable.METER.get(row),
                        AcknowledgedCellTable.RETENTION_DAYS.get(row)),
                row.getString("detail"),
                row.getInt("acknowledged") == 1);
    }
}
