package io.billingcenter.schema.metering;

import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.metering.fold.Slice;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.usage.WorkspaceDay;
import io.billingcenter.schema.Column;
import io.billingcenter.schema.Table;
import io.billingcenter.schema.TableRow;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Table {@code slice_total}: the digests of the records that slices rejected, until all slices are there. */
public final class SliceTotalTable {

    public static final Table TABLE = Table.named("slice_total");

    public static final Column<WorkspaceId> WORKSPACE_ID = TABLE.workspace("workspace_id");
    public static final Column<BillingDay> BILLING_DAY = TABLE.day("billing_day");
    public static final Column<Integer> SLICE = TABLE.number("slice");
    public static final Column<Integer> SLICES = TABLE.number("slices");
    public static final Column<Long> ROW_COUNT = TABLE.largeNumber("row_count");
    public static final Column<String> PARTS = TABLE.text("parts");

    private SliceTotalTable() {}

    /**
     * Returns the row of the records that a slice, or a part of one, rejected.
     *
     * @param rows number of the records
     * @param parts digest of the records
     */
    public static TableRow row(WorkspaceDay day, Slice slice, long rows, String parts) {
        return TABLE.row()
                .set(WORKSPACE_ID, day.workspace())
                .set(BILLING_DAY, day.day())
                .set(SLICE, slice.index())
                .set(SLICES, slice.count())
                .set(ROW_COUNT, rows)
                .set(PARTS, parts);
    }

    /** Returns the slice in the current row. */
    public static Slice slice(ResultSet row) throws SQLException {
        return new Slice(SLICE.get(row), SLICES.get(row));
    }
}
