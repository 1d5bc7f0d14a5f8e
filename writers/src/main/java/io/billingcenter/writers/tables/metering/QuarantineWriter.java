package io.billingcenter.writers.tables.metering;

import io.billingcenter.domain.metering.fold.RejectionSink;
import io.billingcenter.domain.metering.fold.Slice;
import io.billingcenter.domain.metering.plan.MeteringTask;
import io.billingcenter.domain.usage.Rejection;
import io.billingcenter.schema.TableRow;
import io.billingcenter.schema.digest.RowSum;
import io.billingcenter.schema.metering.QuarantinedRecordTable;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Stores rejected records as they are found, in the transaction of the caller, so that memory holds only a batch of
 * them. {@link #finish} must be called when the reading is done.
 */
public final class QuarantineWriter implements RejectionSink {

    private static final int BATCH_ROWS = 200;
    private static final int BATCH_BYTES = 4 << 20;

    private final JdbcTemplate jdbc;
    private final MeteringTask task;
    private final Slice slice;
    private final long runId;
    private final RowSum sum = new RowSum(QuarantinedRecordTable.TABLE);
    private final List<TableRow> rows = new ArrayList<>();
    private long bytes;

    /**
     * Stores the records that the reading of that task rejects.
     *
     * @param slice the part of the workspace-day that is read
     */
    public QuarantineWriter(JdbcTemplate jdbc, MeteringTask task, Slice slice, long runId) {
        this.jdbc = jdbc;
        this.task = task;
        this.slice = slice;
        this.runId = runId;
    }

    @Override
    public void accept(Rejection rejection) {
        TableRow row = QuarantinedRecordTable.row(task.workspaceDay(), task.reading(), rejection);
        sum.add(row);
        rows.add(row);
        bytes += rejection.raw().length;
        if (rows.size() >= BATCH_ROWS || bytes >= BATCH_BYTES) {
            flush();
        }
    }

    /** Stores the rows that are left, and counts all rows; those of a slice are counted when the slices are added up. */
    public void finish() {
        flush();
        if (sum.rows() > 0) {
            SliceTotals totals = new SliceTotals(jdbc);
            if (task.slice().count() == 1) {
                totals.count(task, slice, sum, runId);
            } else {
                totals.store(task, slice, sum);
            }
        }
    }

    private void flush() {
        QuarantinedRecordTable.TABLE.insert(jdbc, rows);
        rows.clear();
        bytes = 0;
    }
}
