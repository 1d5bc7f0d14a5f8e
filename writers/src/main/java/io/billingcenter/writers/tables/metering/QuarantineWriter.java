package io.billingcenter.writers.tables.metering;

import io.billingcenter.domain.metering.fold.RejectionSink;
import io.billingcenter.domain.metering.fold.Slice;
import io.billingcenter.domain.metering.plan.MeteringTask;
import io.billingcenter.domain.usage.Rejection;
import io.billingcenter.schema.digest.DigestedTable;
import io.billingcenter.schema.digest.RowSum;
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
    private static final int LONGEST_DETAIL = 1_000;

    private static final String INSERT = """
            INSERT INTO quarantined_record
              (workspace_id, billing_day, reading, file, line, byte_offset, reason, detail, raw)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private final JdbcTemplate jdbc;
    private final MeteringTask task;
    private final Slice slice;
    private final long runId;
    private final RowSum sum = new RowSum(DigestedTable.QUARANTINED_RECORD);
    private final List<Object[]> rows = new ArrayList<>();
    private long bytes;

    /**
     * Stores what the reading of that task rejects.
     *
     * @param slice what part of the workspace-day is read
     */
    public QuarantineWriter(JdbcTemplate jdbc, MeteringTask task, Slice slice, long runId) {
        this.jdbc = jdbc;
        this.task = task;
        this.slice = slice;
        this.runId = runId;
    }

    @Override
    public void accept(Rejection rejection) {
        String detail = rejection.detail().length() <= LONGEST_DETAIL
                ? rejection.detail()
                : rejection.detail().substring(0, LONGEST_DETAIL);
        sum.add(
                rejection.place().file(),
                rejection.place().line(),
                rejection.place().offset(),
                rejection.reason().code(),
                detail,
                rejection.raw());
        rows.add(new Object[] {
            task.workspaceDay().workspace().value(),
            task.workspaceDay().day().date(),
            task.reading(),
            rejection.place().file(),
            rejection.place().line(),
            rejection.place().offset(),
            rejection.reason().code(),
            detail,
            rejection.raw()
        });
        bytes += rejection.raw().length;
        if (rows.size() >= BATCH_ROWS || bytes >= BATCH_BYTES) {
            flush();
        }
    }

    /** Stores what is still held back, and counts all of it; that of a slice is counted when the slices are added up. */
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
        if (!rows.isEmpty()) {
            jdbc.batchUpdate(INSERT, rows);
            rows.clear();
            bytes = 0;
        }
    }
}
