package io.billingcenter.schema.billing;

import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.schema.Column;
import io.billingcenter.schema.Table;
import io.billingcenter.schema.TableRow;

/** Table {@code fee_day}: the billing days whose fees were posted. */
public final class FeeDayTable {

    public static final Table TABLE = Table.named("fee_day");

    public static final Column<BillingDay> BILLING_DAY = TABLE.day("billing_day");
    public static final Column<Long> RUN_ID = TABLE.largeNumber("run_id");

    private FeeDayTable() {}

    /** Returns the row of a day. */
    public static TableRow row(BillingDay day, long runId) {
        return TABLE.row().set(BILLING_DAY, day).set(RUN_ID, runId);
    }
}
