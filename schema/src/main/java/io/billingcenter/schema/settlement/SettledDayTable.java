package io.billingcenter.schema.settlement;

import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.schema.Column;
import io.billingcenter.schema.Table;

/** Table {@code settled_day}: the days for which all accounts were settled. */
public final class SettledDayTable {

    public static final Table TABLE = Table.named("settled_day");

    public static final Column<BillingDay> POSTED_DAY = TABLE.day("posted_day");
    public static final Column<Long> RUN_ID = TABLE.largeNumber("run_id");

    private SettledDayTable() {}
}
