package io.billingcenter.schema.billing;

import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.billing.Alert;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.usage.Meter;
import io.billingcenter.schema.Column;
import io.billingcenter.schema.Table;
import io.billingcenter.schema.TableRow;
import java.math.BigDecimal;
import java.util.Currency;

/** Table {@code raised_alert}: alerts on high consumption. The key allows one for each workspace, day and item. */
public final class RaisedAlertTable {

    public static final Table TABLE = Table.named("raised_alert");

    public static final Column<WorkspaceId> WORKSPACE_ID = TABLE.workspace("workspace_id");
    public static final Column<BillingDay> BILLING_DAY = TABLE.day("billing_day");
    /** Empty for the total of the workspace. */
    public static final Column<Meter> METER = TABLE.meterOrEmpty("meter");

    public static final Column<BigDecimal> THRESHOLD = TABLE.decimal("threshold");
    public static final Column<BigDecimal> AMOUNT = TABLE.decimal("amount");
    public static final Column<Currency> CURRENCY = TABLE.currency("currency");
    public static final Column<Long> RUN_ID = TABLE.largeNumber("run_id");

    static {
        TABLE.digests(METER, THRESHOLD, AMOUNT, CURRENCY);
    }

    private RaisedAlertTable() {}

    /** Returns the row of an alert. */
    public static TableRow row(Alert alert, long runId) {
        return TABLE.row()
                .set(WORKSPACE_ID, alert.workspaceDay().workspace())
                .set(BILLING_DAY, alert.workspaceDay().day())
                .set(METER, alert.meter())
                .set(THRESHOLD, alert.threshold().amount())
                .set(AMOUNT, alert.amount().amount())
                .set(CURRENCY, alert.amount().currency())
                .set(RUN_ID, runId);
    }
}
