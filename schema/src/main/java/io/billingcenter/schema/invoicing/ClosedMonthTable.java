package io.billingcenter.schema.invoicing;

import io.billingcenter.domain.time.BillingMonth;
import io.billingcenter.schema.Column;
import io.billingcenter.schema.Table;

/** Table {@code closed_month}: the months that take no postings any more. */
public final class ClosedMonthTable {

    public static final Table TABLE = Table.named("closed_month");

    public static final Column<BillingMonth> BILLING_MONTH = TABLE.month("billing_month");

    private ClosedMonthTable() {}
}
