package io.billingcenter.schema.reference;

import io.billingcenter.domain.account.BillingAccountId;
import io.billingcenter.domain.account.Binding;
import io.billingcenter.domain.account.SettlementMethod;
import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.time.DayRange;
import io.billingcenter.schema.Column;
import io.billingcenter.schema.Table;
import io.billingcenter.schema.TableRow;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Table {@code binding}: the billing accounts that pay for workspaces, by range of days. */
public final class BindingTable {

    public static final Table TABLE = Table.named("binding");

    public static final Column<WorkspaceId> WORKSPACE_ID = TABLE.workspace("workspace_id");
    public static final Column<BillingDay> FROM_DAY = TABLE.day("from_day");
    /** First day that no longer belongs to the range; NULL while it is open. */
    public static final Column<BillingDay> TO_DAY = TABLE.day("to_day");

    public static final Column<BillingAccountId> ACCOUNT_ID = TABLE.account("account_id");
    public static final Column<SettlementMethod> SETTLEMENT = TABLE.settlement("settlement");
    /** Cloud account; NULL for the wallet. */
    public static final Column<String> VENDOR_ACCOUNT = TABLE.text("vendor_account");

    private BindingTable() {}

    /** Returns the row of a binding. */
    public static TableRow row(Binding binding) {
        return TABLE.row()
                .set(WORKSPACE_ID, binding.workspace())
                .set(FROM_DAY, binding.days().from())
                .set(TO_DAY, binding.days().to())
                .set(ACCOUNT_ID, binding.account())
                .set(SETTLEMENT, binding.settlement())
                .set(VENDOR_ACCOUNT, binding.vendorAccount());
    }

    /** Returns the binding that is in the current row. */
    public static Binding binding(ResultSet row) throws SQLException {
        return new Binding(
                WORKSPACE_ID.get(row),
                ACCOUNT_ID.get(row),
                SETTLEMENT.get(row),
                VENDOR_ACCOUNT.getOrNull(row),
                new DayRange(FROM_DAY.get(row), TO_DAY.getOrNull(row)));
    }
}
