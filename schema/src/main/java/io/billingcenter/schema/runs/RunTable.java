package io.billingcenter.schema.runs;

import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.runs.Run;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.schema.Column;
import io.billingcenter.schema.Table;
import io.billingcenter.schema.TableRow;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Table {@code run}: the runs of jobs, by numbers of their own. */
public final class RunTable {

    public static final Table TABLE = Table.named("run");

    public static final Column<Long> RUN_ID = TABLE.largeNumber("run_id");
    public static final Column<String> JOB_NAME = TABLE.text("job_name");
    public static final Column<String> PERIOD = TABLE.text("period");
    public static final Column<WorkspaceId> WORKSPACE_ID = TABLE.workspaceOrEmpty("workspace_id");
    public static final Column<BillingDay> POSTED_DAY = TABLE.day("posted_day");
    /** From 1. */
    public static final Column<Integer> ATTEMPT = TABLE.number("attempt");

    /** Number of the job instance; NULL once another run has it. */
    public static final Column<Long> INSTANCE_ID = TABLE.largeNumber("instance_id");

    public static final Column<Boolean> FINISHED = TABLE.flag("finished");
    /** True once it has begun to post. */
    public static final Column<Boolean> POSTED = TABLE.flag("posted");

    public static final Column<String> INPUTS_DIGEST = TABLE.text("inputs_digest");

    private RunTable() {}

    /** Returns the row of a run that begins. */
    public static TableRow row(long runId, Run.Task task, int attempt) {
        return TABLE.row()
                .set(RUN_ID, runId)
                .set(JOB_NAME, task.job())
                .set(PERIOD, task.period())
                .set(WORKSPACE_ID, task.workspace())
                .set(POSTED_DAY, task.postedDay())
                .set(ATTEMPT, attempt)
                .set(FINISHED, false)
                .set(POSTED, false);
    }

    /** Returns the run that is in the current row. */
    public static Run run(ResultSet row) throws SQLException {
        return new Run(
                RUN_ID.get(row),
                new Run.Task(
                        JOB_NAME.get(row), PERIOD.get(row), WORKSPACE_ID.getOrNull(row), POSTED_DAY.getOrNull(row)),
                ATTEMPT.get(row),
                INSTANCE_ID.getOrNull(row),
                FINISHED.get(row),
                POSTED.get(row),
                INPUTS_DIGEST.getOrNull(row));
    }
}
