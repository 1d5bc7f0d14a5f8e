package io.billingcenter.schema.archive;

import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.archive.PurgedDay;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.schema.Column;
import io.billingcenter.schema.Table;
import io.billingcenter.schema.TableRow;

/** Table {@code purged_day}: the workspace-days whose details are in an archive file and no longer in the tables. */
public final class PurgedDayTable {

    public static final Table TABLE = Table.named("purged_day");

    public static final Column<WorkspaceId> WORKSPACE_ID = TABLE.workspace("workspace_id");
    public static final Column<BillingDay> BILLING_DAY = TABLE.day("billing_day");
    public static final Column<Integer> FILE_NUMBER = TABLE.number("file_number");
    /** The byte of the file at which decompression begins. */
    public static final Column<Long> START_BYTE = TABLE.largeNumber("start_byte");
    /** The number of the last reading; 0 for none. */
    public static final Column<Integer> READING = TABLE.number("reading");

    public static final Column<String> INPUT_DIGEST = TABLE.text("input_digest");
    public static final Column<Integer> FILES = TABLE.number("files");
    public static final Column<Long> UNREADABLE_FILES = TABLE.largeNumber("unreadable_files");
    public static final Column<Long> RECORDS = TABLE.largeNumber("records");
    public static final Column<Boolean> HAS_USAGE = TABLE.flag("has_usage");

    private PurgedDayTable() {}

    /** Returns the row of a workspace-day. */
    public static TableRow row(PurgedDay day) {
        return TABLE.row()
                .set(WORKSPACE_ID, day.workspaceDay().workspace())
                .set(BILLING_DAY, day.workspaceDay().day())
                .set(FILE_NUMBER, day.fileNumber())
                .set(START_BYTE, day.startByte())
                .set(READING, day.reading())
                .set(INPUT_DIGEST, day.inputDigest())
                .set(FILES, day.files())
                .set(UNREADABLE_FILES, day.unreadableFiles())
                .set(RECORDS, day.records())
                .set(HAS_USAGE, day.hasUsage());
    }
}
