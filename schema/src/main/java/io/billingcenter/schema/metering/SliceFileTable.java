package io.billingcenter.schema.metering;

import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.metering.fold.FileTotals;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.usage.WorkspaceDay;
import io.billingcenter.schema.Column;
import io.billingcenter.schema.Table;
import io.billingcenter.schema.TableRow;

/** Table {@code slice_file}: the files of each slice that was read, with their totals in it. */
public final class SliceFileTable {

    public static final Table TABLE = Table.named("slice_file");

    public static final Column<WorkspaceId> WORKSPACE_ID = TABLE.workspace("workspace_id");
    public static final Column<BillingDay> BILLING_DAY = TABLE.day("billing_day");
    public static final Column<Integer> SLICE = TABLE.number("slice");
    public static final Column<String> NAME = TABLE.text("name");
    /** The hash of the records of the whole slice. */
    public static final Column<String> RECORD_HASH = TABLE.text("record_hash");

    public static final FileTotalsColumns TOTALS = new FileTotalsColumns(TABLE, NAME);

    private SliceFileTable() {}

    /** Returns the row of a file in a slice. */
    public static TableRow row(WorkspaceDay day, int slice, String recordHash, FileTotals totals) {
        return TOTALS.set(TABLE.row(), totals)
                .set(WORKSPACE_ID, day.workspace())
                .set(BILLING_DAY, day.day())
                .set(SLICE, slice)
                .set(RECORD_HASH, recordHash);
    }
}
