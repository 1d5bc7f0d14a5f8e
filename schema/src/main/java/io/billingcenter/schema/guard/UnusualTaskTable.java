package io.billingcenter.schema.guard;

import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.schema.Column;
import io.billingcenter.schema.Table;

/** Table {@code unusual_task}: the workspace-days to be rated again because their account-day is held, or is not any more. */
public final class UnusualTaskTable {

    public static final Table TABLE = Table.named("unusual_task");

    public static final Column<WorkspaceId> WORKSPACE_ID = TABLE.workspace("workspace_id");
    public static final Column<BillingDay> BILLING_DAY = TABLE.day("billing_day");

    private UnusualTaskTable() {}
}
