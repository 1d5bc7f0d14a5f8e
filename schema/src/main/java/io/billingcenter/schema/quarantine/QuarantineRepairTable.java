package io.billingcenter.schema.quarantine;

import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.quarantine.Repair;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.usage.WorkspaceDay;
import io.billingcenter.schema.Column;
import io.billingcenter.schema.Table;
import io.billingcenter.schema.TableRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Table {@code quarantine_repair}: the repairs of quarantined records, each with the file that has the repaired record. */
public final class QuarantineRepairTable {

    public static final Table TABLE = Table.named("quarantine_repair");

    public static final Column<WorkspaceId> WORKSPACE_ID = TABLE.workspace("workspace_id");
    public static final Column<BillingDay> BILLING_DAY = TABLE.day("billing_day");
    public static final Column<String> FILE = TABLE.text("file");
    public static final Column<Long> BYTE_OFFSET = TABLE.largeNumber("byte_offset");
    public static final Column<Long> LINE = TABLE.largeNumber("line");
    /** The bytes of the quarantined record when it was repaired. */
    public static final Column<byte[]> RAW = TABLE.bytes("raw");

    /** Digest of all records in place of it. */
    public static final Column<String> MENDED_DIGEST = TABLE.text("mended_digest");

    public static final Column<WorkspaceId> REPAIR_WORKSPACE_ID = TABLE.workspace("repair_workspace_id");
    public static final Column<BillingDay> REPAIR_DAY = TABLE.day("repair_day");
    public static final Column<String> REPAIR_FILE = TABLE.text("repair_file");
    public static final Column<Long> RUN_ID = TABLE.largeNumber("run_id");

    /** The columns that name a row. */
    public static final List<Column<?>> KEY = List.of(WORKSPACE_ID, BILLING_DAY, FILE, BYTE_OFFSET, LINE);

    private QuarantineRepairTable() {}

    /** Returns the row of a repair that a run makes; without the bytes of the record, which the database has. */
    public static TableRow row(Repair repair, long runId) {
        return TABLE.row()
                .set(WORKSPACE_ID, repair.original().workspaceDay().workspace())
                .set(BILLING_DAY, repair.original().workspaceDay().day())
                .set(FILE, repair.original().place().file())
                .set(BYTE_OFFSET, repair.original().place().offset())
                .set(LINE, repair.original().place().line())
                .set(MENDED_DIGEST, repair.repairedDigest())
                .set(REPAIR_WORKSPACE_ID, repair.target().workspace())
                .set(REPAIR_DAY, repair.target().day())
                .set(REPAIR_FILE, repair.file())
                .set(RUN_ID, runId);
    }

    /** Returns the workspace-day with the file of the repair that is in the current row. */
    public static WorkspaceDay target(ResultSet row) throws SQLException {
        return new WorkspaceDay(REPAIR_WORKSPACE_ID.get(row), REPAIR_DAY.get(row));
    }
}
