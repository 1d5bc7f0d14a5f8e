package io.billingcenter.schema.metering;

import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.metering.fold.Slice;
import io.billingcenter.domain.metering.plan.ListedFiles;
import io.billingcenter.domain.metering.plan.ListedTask;
import io.billingcenter.domain.metering.plan.ReadingPlan.PlannedReading;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.usage.WorkspaceDay;
import io.billingcenter.schema.Column;
import io.billingcenter.schema.Table;
import io.billingcenter.schema.TableRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Table {@code metering_task}: workspace-days, or slices of them, that are still to be read. The row is deleted in the
 * transaction that stores the result. */
public final class MeteringTaskTable {

    public static final Table TABLE = Table.named("metering_task");

    public static final Column<WorkspaceId> WORKSPACE_ID = TABLE.workspace("workspace_id");
    public static final Column<BillingDay> BILLING_DAY = TABLE.day("billing_day");
    public static final Column<Integer> READING = TABLE.number("reading");
    public static final Column<String> INPUT_DIGEST = TABLE.text("input_digest");
    public static final Column<Long> SIZE_BYTES = TABLE.largeNumber("size_bytes");
    public static final Column<Integer> SLICE = TABLE.number("slice");
    public static final Column<Integer> SLICES = TABLE.number("slices");
    public static final Column<Integer> BIN = TABLE.number("bin");
    public static final Column<Long> TABLE_BYTES = TABLE.largeNumber("table_bytes");
    public static final Column<Integer> THREADS = TABLE.number("threads");
    public static final Column<Integer> TASK_NUMBER = TABLE.number("task_number");
    /** The files as {@link ListedFiles} formats them; NULL where they have rows in {@code traffic_file}. */
    public static final Column<String> FILES = TABLE.text("files");

    private MeteringTaskTable() {}

    /**
     * Returns the row of a planned reading.
     *
     * @param number place among the tasks of the same bin, from 0
     * @param files the files, unless they have rows of their own
     */
    public static TableRow row(PlannedReading planned, int number, @Nullable String files) {
        ListedTask task = planned.task();
        return TABLE.row()
                .set(WORKSPACE_ID, task.workspaceDay().workspace())
                .set(BILLING_DAY, task.workspaceDay().day())
                .set(READING, task.reading())
                .set(INPUT_DIGEST, task.inputDigest())
                .set(SIZE_BYTES, task.sizeBytes())
                .set(SLICE, planned.slice().index())
                .set(SLICES, planned.slice().count())
                .set(BIN, planned.bin())
                .set(TASK_NUMBER, number)
                .set(TABLE_BYTES, planned.tableBytes())
                .set(THREADS, planned.threads())
                .set(FILES, files);
    }

    /** Deletes the task of a slice. */
    public static void deleteSlice(JdbcTemplate jdbc, WorkspaceDay day, int slice) {
        TableRow key = TABLE.row()
                .set(WORKSPACE_ID, day.workspace())
                .set(BILLING_DAY, day.day())
                .set(SLICE, slice);
        TABLE.delete(jdbc, List.of(WORKSPACE_ID, BILLING_DAY, SLICE), List.of(key));
    }

    /** Returns the slice in the current row. */
    public static Slice slice(ResultSet row) throws SQLException {
        return new Slice(SLICE.get(row), SLICES.get(row));
    }
}
