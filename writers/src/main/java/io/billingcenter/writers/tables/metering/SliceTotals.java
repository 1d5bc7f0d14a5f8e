package io.billingcenter.writers.tables.metering;

import io.billingcenter.domain.metering.fold.Slice;
import io.billingcenter.domain.metering.plan.MeteringTask;
import io.billingcenter.domain.reconciliation.ControlStage;
import io.billingcenter.domain.reconciliation.ControlTotal;
import io.billingcenter.schema.digest.RowSum;
import io.billingcenter.writers.tables.reconciliation.ControlTotals;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Control totals of what reading a workspace-day rejected. Those of slices wait in table {@code slice_total} until all slices
 * are there: a slice may have to be read again under other terms, and a control total is never taken back.
 */
final class SliceTotals {

    private final JdbcTemplate jdbc;

    /** The totals in this database. */
    SliceTotals(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Counts what a part of a workspace-day rejected. */
    void count(MeteringTask task, Slice part, RowSum sum, long runId) {
        new ControlTotals(jdbc, runId).insert(List.of(total(task, part, sum.rows(), sum.parts())));
    }

    /** Stores what a slice, or a part of one, rejected. */
    void store(MeteringTask task, Slice part, RowSum sum) {
        jdbc.update(
                "INSERT INTO slice_total (workspace_id, billing_day, slice, slices, row_count, parts)"
                        + " VALUES (?, ?, ?, ?, ?, ?)",
                task.workspaceDay().workspace().value(),
                task.workspaceDay().day().date(),
                part.index(),
                part.count(),
                sum.rows(),
                sum.parts());
    }

    /** Counts what all slices of a workspace-day rejected. */
    void count(MeteringTask task, long runId) {
        LocalDate day = task.workspaceDay().day().date();
        List<ControlTotal> totals = jdbc.query(
                "SELECT * FROM slice_total WHERE workspace_id = ? AND billing_day = ? ORDER BY slices, slice",
                (row, number) -> total(
                        task,
                        new Slice(row.getInt("slice"), row.getInt("slices")),
                        row.getLong("row_count"),
                        row.getString("parts")),
                task.workspaceDay().workspace().value(),
                day);
        new ControlTotals(jdbc, runId).insert(totals);
    }

    private static ControlTotal total(MeteringTask task, Slice part, long rows, String parts) {
        return new ControlTotal(
                ControlStage.QUARANTINED,
                task.workspaceDay().workspace().value(),
                task.workspaceDay().day().date(),
                task.reading(),
                part.index() + "/" + part.count(),
                "",
                null,
                rows,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                parts);
    }
}
