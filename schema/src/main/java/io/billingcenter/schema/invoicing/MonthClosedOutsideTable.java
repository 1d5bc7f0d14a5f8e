package io.billingcenter.schema.invoicing;

import io.billingcenter.domain.time.BillingMonth;
import io.billingcenter.schema.Column;
import io.billingcenter.schema.Table;

/** Table {@code month_closed_outside}: the months that another database has closed. */
public final class MonthClosedOutsideTable {

    public static final Table TABLE = Table.named("month_closed_outside");

    public static final Column<BillingMonth> BILLING_MONTH = TABLE.month("billing_month");
    /** Version of the layouts of its files; NULL if they had the first. */
    public static final Column<Integer> INVOICE_LAYOUT = TABLE.number("invoice_layout");

    private MonthClosedOutsideTable() {}
}
