package io.billingcenter.schema.reference;

import io.billingcenter.domain.account.BillingAccount;
import io.billingcenter.domain.account.BillingAccountId;
import io.billingcenter.schema.Column;
import io.billingcenter.schema.Table;
import io.billingcenter.schema.TableRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Currency;

/** Table {@code billing_account}: the accounts that pay. */
public final class BillingAccountTable {

    public static final Table TABLE = Table.named("billing_account");

    public static final Column<BillingAccountId> ACCOUNT_ID = TABLE.account("account_id");
    public static final Column<String> USERNAME = TABLE.text("username");
    public static final Column<String> NAME = TABLE.text("name");
    public static final Column<Currency> CURRENCY = TABLE.currency("currency");
    public static final Column<Boolean> CERTIFIED = TABLE.flag("certified");

    private BillingAccountTable() {}

    /** Returns the row of a billing account. */
    public static TableRow row(BillingAccount account) {
        return TABLE.row()
                .set(ACCOUNT_ID, account.id())
                .set(USERNAME, account.username())
                .set(NAME, account.name())
                .set(CURRENCY, account.currency())
                .set(CERTIFIED, account.certified());
    }

    /** Returns the billing account that is in the current row. */
    public static BillingAccount billingAccount(ResultSet row) throws SQLException {
        return new BillingAccount(
                ACCOUNT_ID.get(row), USERNAME.get(row), NAME.get(row), CURRENCY.get(row), CERTIFIED.get(row));
    }
}
