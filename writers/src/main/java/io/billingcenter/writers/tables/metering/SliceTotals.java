package io.billingcenter.writers.tables.metering;

import io.billingcenter.domain.metering.fold.Slice;
import io.billingcenter.domain.metering.plan.MeteringTask;
import io.billingcenter.domain.reconciliation.ControlStage;
import io.billingcenter.domain.reconciliation.ControlTotal;
import io.billingcenter.schema.WorkspaceDayColumns;
import io.billingcenter.schema.digest.RowSum;
import io.billingcenter.schema.metering.SliceTotalTable;
import io.billingcenter.writers.tables.reconciliation.ControlTotals;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Control totals of the records that a reading rejected. Those of slices wait in table {@code slice_total} until all slices
 * are there: a slice may have to be read again under other terms, and a control total is never taken back.
 */
final class SliceTotals {

    private final JdbcTemplate jdbc;

    /** Writes to that database. */
    SliceTotals(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Counts the records that a part of a workspace-day rejected. */
    void count(MeteringTask task, Slice part, RowSum sum, long runId) {
        new ControlTotals(jdbc, runId).insert(List.of(total(task, part, sum.rows(), sum.parts())));
    }

    /** Stores the sum of the records that a slice, or a part of one, rejected. */
    void store(MeteringTask task, Slice part, RowSum sum) {
        SliceTotalTable.TABLE.insert(jdbc, SliceTotalTable.row(task.workspaceDay(), part, sum.rows(), sum.parts()));
    }

    /** Counts the records that all slices of a workspace-day rejected. */
    void count(MeteringTask task, long runId) {
        LocalDate day = task.workspaceDay().day().date();
        List<ControlTotal> totals = jdbc.query(
                SliceTotalTable.TABLE.select() + " WHERE " + WorkspaceDayColumns.CONDITION + " ORDER BY slices, slice",
                (row, number) -> total(
                        task,
                        SliceTotalTable.slice(row),
                        SliceTotalTable.ROW_COUNT.get(row),
                        SliceTotalTable.PARTS.get(row)),
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
