package io.billingcenter.schema.reconciliation;

import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.schema.Column;
import io.billingcenter.schema.Table;

/** Table {@code gate_scope}: the workspace-days that a gate compares, numbered from 1, so that they are read page by page. */
public final class GateScopeTable {

    public static final Table TABLE = Table.named("gate_scope");

    public static final Column<Integer> SCOPE_NUMBER = TABLE.number("scope_number");
    public static final Column<WorkspaceId> WORKSPACE_ID = TABLE.workspace("workspace_id");
    public static final Column<BillingDay> BILLING_DAY = TABLE.day("billing_day");

    private GateScopeTable() {}
}
