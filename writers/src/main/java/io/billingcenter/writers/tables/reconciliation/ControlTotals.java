package io.billingcenter.writers.tables.reconciliation;

import io.billingcenter.domain.reconciliation.ControlTotal;
import io.billingcenter.schema.reconciliation.ControlTotalTable;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** Writes control totals, in the transaction of the rows that they count: table {@code control_total}. */
public final class ControlTotals {

    private final JdbcTemplate jdbc;
    private final long runId;

    /** Counts for that run. */
    public ControlTotals(JdbcTemplate jdbc, long runId) {
        this.jdbc = jdbc;
        this.runId = runId;
    }

    /** Stores the totals; the key of the table refuses to count a unit twice. */
    public void insert(List<ControlTotal> totals) {
        ControlTotalTable.TABLE.insert(
                jdbc,
                totals.stream()
                        .map(total -> ControlTotalTable.row(total, runId))
                        .toList());
    }
}
