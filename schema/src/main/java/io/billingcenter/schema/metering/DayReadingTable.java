package io.billingcenter.schema.metering;

import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.metering.fold.MeteredDay;
import io.billingcenter.domain.metering.plan.MeteredReading;
import io.billingcenter.domain.metering.plan.MeteringTask;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.usage.WorkspaceDay;
import io.billingcenter.schema.Column;
import io.billingcenter.schema.Table;
import io.billingcenter.schema.TableRow;
import io.billingcenter.schema.WorkspaceDayColumns;
import java.util.Collection;
import org.springframework.jdbc.core.JdbcTemplate;

/** Table {@code day_reading}: readings of workspace-days; the last one of a workspace-day is the current one. */
public final class DayReadingTable {

    public static final Table TABLE = Table.named("day_reading");

    public static final Column<WorkspaceId> WORKSPACE_ID = TABLE.workspace("workspace_id");
    public static final Column<BillingDay> BILLING_DAY = TABLE.day("billing_day");
    public static final Column<Integer> READING = TABLE.number("reading");
    public static final Column<String> INPUT_DIGEST = TABLE.text("input_digest");
    public static final Column<Integer> REVISION = TABLE.number("revision");
    public static final Column<Integer> FILES = TABLE.number("files");
    public static final Column<Long> UNREADABLE_FILES = TABLE.largeNumber("unreadable_files");
    public static final Column<Long> RECORDS = TABLE.largeNumber("records");
    public static final Column<Long> ACCEPTED = TABLE.largeNumber("accepted");
    public static final Column<Long> DUPLICATES = TABLE.largeNumber("duplicates");
    public static final Column<Long> CONFLICTS = TABLE.largeNumber("conflicts");
    public static final Column<Long> QUARANTINED = TABLE.largeNumber("quarantined");
    public static final Column<Boolean> OVER_LIMIT = TABLE.flag("over_limit");
    public static final Column<Boolean> IS_CURRENT = TABLE.flag("is_current");
    public static final Column<Long> RUN_ID = TABLE.largeNumber("run_id");

    static {
        TABLE.digests(
                INPUT_DIGEST,
                REVISION,
                FILES,
                UNREADABLE_FILES,
                RECORDS,
                ACCEPTED,
                DUPLICATES,
                CONFLICTS,
                QUARANTINED,
                OVER_LIMIT);
    }

    private DayReadingTable() {}

    /**
     * Returns the row of a reading, which becomes the current one.
     *
     * @param revision the revision that the reading made or confirmed
     */
    public static TableRow row(MeteredReading reading, int revision, long runId) {
        MeteringTask task = reading.task();
        MeteredDay day = reading.day();
        return TABLE.row()
                .set(WORKSPACE_ID, task.workspaceDay().workspace())
                .set(BILLING_DAY, task.workspaceDay().day())
                .set(READING, task.reading())
                .set(INPUT_DIGEST, task.inputDigest())
                .set(REVISION, revision)
                .set(FILES, day.files().size())
                .set(UNREADABLE_FILES, day.unreadableFiles())
                .set(RECORDS, day.records())
                .set(ACCEPTED, day.accepted())
                .set(DUPLICATES, day.duplicates())
                .set(CONFLICTS, day.conflicts())
                .set(QUARANTINED, day.quarantined())
                .set(OVER_LIMIT, reading.overLimit())
                .set(IS_CURRENT, true)
                .set(RUN_ID, runId);
    }

    /** Makes the current readings of these workspace-days earlier ones. */
    public static void supersede(JdbcTemplate jdbc, Collection<WorkspaceDay> days) {
        WorkspaceDayColumns.supersede(jdbc, TABLE, days);
    }
}
