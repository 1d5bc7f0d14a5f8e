package io.billingcenter.schema.reconciliation;

import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.schema.Column;
import io.billingcenter.schema.Table;

/** Table {@code gate_day}: the posted days whose bills a gate checks. */
public final class GateDayTable {

    public static final Table TABLE = Table.named("gate_day");

    public static final Column<BillingDay> POSTED_DAY = TABLE.day("posted_day");

    private GateDayTable() {}
}
