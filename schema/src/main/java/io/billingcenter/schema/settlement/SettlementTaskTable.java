package io.billingcenter.schema.settlement;

import io.billingcenter.domain.account.BillingAccountId;
import io.billingcenter.schema.Column;
import io.billingcenter.schema.Table;

/** Table {@code settlement_task}: the accounts that the run is to settle. */
public final class SettlementTaskTable {

    public static final Table TABLE = Table.named("settlement_task");

    public static final Column<BillingAccountId> ACCOUNT_ID = TABLE.account("account_id");

    private SettlementTaskTable() {}
}
