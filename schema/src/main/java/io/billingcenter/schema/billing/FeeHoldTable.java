package io.billingcenter.schema.billing;

import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.billing.FeeHold;
import io.billingcenter.domain.pricing.HoldReason;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.schema.Column;
import io.billingcenter.schema.Table;
import io.billingcenter.schema.TableRow;

/** Table {@code fee_hold}: fees that cannot be posted yet. */
public final class FeeHoldTable {

    public static final Table TABLE = Table.named("fee_hold");

    public static final Column<BillingDay> BILLING_DAY = TABLE.day("billing_day");
    public static final Column<String> AGREEMENT_ID = TABLE.text("agreement_id");
    public static final Column<WorkspaceId> WORKSPACE_ID = TABLE.workspace("workspace_id");
    public static final Column<HoldReason> REASON = TABLE.code("reason", HoldReason.values(), HoldReason::code);
    public static final Column<String> DETAIL = TABLE.text("detail");

    private FeeHoldTable() {}

    /** Returns the row of a hold. */
    public static TableRow row(BillingDay day, FeeHold hold) {
        return TABLE.row()
                .set(BILLING_DAY, day)
                .set(AGREEMENT_ID, hold.agreement())
                .set(WORKSPACE_ID, hold.workspace())
                .set(REASON, hold.reason())
                .set(DETAIL, hold.detail());
    }
}
