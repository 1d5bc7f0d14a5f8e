package io.billingcenter.schema.metering;

import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.metering.fold.MeteredDay;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.usage.MeasureTier;
import io.billingcenter.schema.Column;
import io.billingcenter.schema.Table;
import io.billingcenter.schema.TableRow;
import java.math.BigInteger;

/** Table {@code slice_measure}: the measures of each slice that was read. */
public final class SliceMeasureTable {

    public static final Table TABLE = Table.named("slice_measure");

    public static final Column<WorkspaceId> WORKSPACE_ID = TABLE.workspace("workspace_id");
    public static final Column<BillingDay> BILLING_DAY = TABLE.day("billing_day");
    public static final Column<Integer> SLICE = TABLE.number("slice");
    public static final MeasureColumns MEASURE = new MeasureColumns(TABLE);

    private SliceMeasureTable() {}

    /** Returns the row of a measure of a day that was read. */
    public static TableRow row(MeteredDay day, int slice, MeasureTier tier, BigInteger value) {
        TableRow row = TABLE.row()
                .set(WORKSPACE_ID, day.workspaceDay().workspace())
                .set(BILLING_DAY, day.workspaceDay().day())
                .set(SLICE, slice);
        return MEASURE.set(row, tier, value, day);
    }
}
