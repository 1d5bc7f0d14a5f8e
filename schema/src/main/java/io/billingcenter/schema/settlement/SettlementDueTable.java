package io.billingcenter.schema.settlement;

import io.billingcenter.domain.account.BillingAccountId;
import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.schema.Column;
import io.billingcenter.schema.Table;
import java.util.List;

/** Table {@code settlement_due}: the bills that have changed since they were settled. */
public final class SettlementDueTable {

    public static final Table TABLE = Table.named("settlement_due");

    public static final Column<BillingAccountId> ACCOUNT_ID = TABLE.account("account_id");
    public static final Column<BillingDay> POSTED_DAY = TABLE.day("posted_day");
    /** Empty for changes that no single workspace causes. */
    public static final Column<WorkspaceId> WORKSPACE_ID = TABLE.workspaceOrEmpty("workspace_id");

    /** The columns that name a row. */
    public static final List<Column<?>> KEY = List.of(ACCOUNT_ID, POSTED_DAY, WORKSPACE_ID);

    private SettlementDueTable() {}
}
