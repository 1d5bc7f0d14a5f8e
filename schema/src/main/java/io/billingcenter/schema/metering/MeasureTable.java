package io.billingcenter.schema.metering;

import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.metering.fold.MeteredDay;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.usage.MeasureTier;
import io.billingcenter.schema.Column;
import io.billingcenter.schema.Table;
import io.billingcenter.schema.TableRow;
import java.math.BigInteger;

/** View {@code measure}: the measures of revisions. Its rows stand in {@code metered_day} as {@link MeasuresText}. */
public final class MeasureTable {

    public static final Table TABLE = Table.named("measure");

    public static final Column<WorkspaceId> WORKSPACE_ID = TABLE.workspace("workspace_id");
    public static final Column<BillingDay> BILLING_DAY = TABLE.day("billing_day");
    public static final Column<Integer> REVISION = TABLE.number("revision");
    public static final MeasureColumns MEASURE = new MeasureColumns(TABLE);

    private MeasureTable() {}

    /** Returns the row of a measure of a day that was read. */
    public static TableRow row(MeteredDay day, int revision, MeasureTier tier, BigInteger value) {
        TableRow row = TABLE.row()
                .set(WORKSPACE_ID, day.workspaceDay().workspace())
                .set(BILLING_DAY, day.workspaceDay().day())
                .set(REVISION, revision);
        return MEASURE.set(row, tier, value, day);
    }
}
