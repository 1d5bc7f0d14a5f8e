package io.billingcenter.readers.close;

import io.billingcenter.domain.close.CloseFacts.Cell;
import io.billingcenter.domain.close.CloseReason;
import io.billingcenter.domain.close.SilentWorkspaces;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.readers.tables.Columns;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.jdbc.core.JdbcTemplate;

/** Holds, and input that is not as expected, that nobody has acknowledged. */
final class UnknownCells {

    private static final String CELLS = """
            SELECT c.* FROM (
              SELECT r.workspace_id, r.billing_day, d.reason, d.meter, d.retention_days, d.detail, 'holds' AS kind
              FROM rated_day r JOIN day_hold d
                ON d.workspace_id = r.workspace_id AND d.billing_day = r.billing_day AND d.rating = r.rating
              WHERE r.is_current = TRUE AND r.outcome = 'held' AND r.billing_day <= ?
              UNION ALL
              SELECT l.workspace_id, l.billing_day, 'late_window', '', 0, l.detail, 'holds' FROM late_day l
              WHERE l.billing_day <= ?
              UNION ALL
              SELECT f.workspace_id, f.billing_day, f.reason, '', 0, f.detail, 'holds' FROM fee_hold f
              WHERE f.billing_day <= ?
              UNION ALL
              SELECT i.workspace_id, i.billing_day, i.finding, '', 0, i.detail, i.finding FROM input_finding i
              WHERE i.billing_day <= ?) c
            WHERE NOT EXISTS (SELECT 1 FROM acknowledged_cell a
                WHERE a.workspace_id = c.workspace_id AND a.billing_day = c.billing_day AND a.reason = c.reason
                  AND a.meter = c.meter AND a.retention_days = c.retention_days)
              AND NOT EXISTS (SELECT 1 FROM acknowledgement k
                WHERE k.until_day >= c.billing_day AND (k.from_day IS NULL OR k.from_day <= c.billing_day)
                  AND k.reason = c.reason AND (k.workspace_id = '' OR k.workspace_id = c.workspace_id)
                  AND (k.meter = '' OR k.meter = c.meter))
            ORDER BY c.billing_day, c.workspace_id, c.reason, c.meter, c.retention_days, c.detail""";

    private final List<Cell> cells = new ArrayList<>();
    private final List<SilentWorkspaces.Day> silent = new ArrayList<>();

    /**
     * Reads the cells up to a day.
     *
     * @param counts the days that are looked at
     */
    UnknownCells(JdbcTemplate jdbc, BillingDay last, Predicate<BillingDay> counts) {
        LocalDate date = last.date();
        jdbc.query(
                CELLS,
                row -> {
                    BillingDay day = Columns.day(row, "billing_day");
                    String workspace = row.getString("workspace_id");
                    CloseReason kind = Columns.known(CloseReason.of(row.getString("kind")), "kind");
                    if (!counts.test(day)) {
                        return;
                    }
                    if (kind == CloseReason.MISSING) {
                        silent.add(new SilentWorkspaces.Day(workspace, day));
                    } else {
                        cells.add(new Cell(kind, workspace, day, row.getString("reason"), row.getString("detail")));
                    }
                },
                date,
                date,
                date,
                date);
    }

    /** Holds, and files that cannot be read or are gone. */
    List<Cell> cells() {
        return cells;
    }

    /** Workspace-days without files. */
    List<SilentWorkspaces.Day> silent() {
        return silent;
    }
}
