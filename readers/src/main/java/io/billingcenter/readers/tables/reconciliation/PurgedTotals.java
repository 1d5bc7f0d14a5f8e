package io.billingcenter.readers.tables.reconciliation;

import io.billingcenter.readers.tables.paging.TableNames;
import io.billingcenter.schema.archive.PurgedDayTable;
import org.springframework.jdbc.core.JdbcTemplate;

/** The control totals of purged workspace-days, whose rows are in archive files. */
final class PurgedTotals {

    private PurgedTotals() {}

    /** Returns a condition that leaves them out; empty for a database of an older program, which has none. */
    static String leftOut(JdbcTemplate jdbc) {
        return TableNames.has(jdbc, PurgedDayTable.TABLE.name())
                ? " AND NOT EXISTS (SELECT 1 FROM purged_day g WHERE g.workspace_id = control_total.workspace_id"
                        + " AND g.billing_day = control_total.control_day)"
                : "";
    }
}
