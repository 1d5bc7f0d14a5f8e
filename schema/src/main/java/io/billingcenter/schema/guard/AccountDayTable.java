package io.billingcenter.schema.guard;

import io.billingcenter.domain.account.BillingAccountId;
import io.billingcenter.domain.guard.AccountDay;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.schema.Column;
import io.billingcenter.schema.Table;
import io.billingcenter.schema.TableRow;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Table {@code account_day}: the sums of the usage charges of accounts by billing day, without fees. */
public final class AccountDayTable {

    public static final Table TABLE = Table.named("account_day");

    public static final Column<BillingAccountId> ACCOUNT_ID = TABLE.account("account_id");
    public static final Column<String> CURRENCY = TABLE.text("currency");
    public static final Column<BillingDay> BILLING_DAY = TABLE.day("billing_day");
    public static final Column<BigDecimal> AMOUNT = TABLE.decimal("amount");
    public static final Column<Long> WORKSPACE_DAYS = TABLE.largeNumber("workspace_days");
    /** True if the account-day is held as unusual. */
    public static final Column<Boolean> HELD = TABLE.flag("held");

    /** The columns that name a row. */
    public static final List<Column<?>> KEY = List.of(ACCOUNT_ID, CURRENCY, BILLING_DAY);

    private AccountDayTable() {}

    /** Returns a row that names an account-day, held or not. */
    public static TableRow row(AccountDay day, boolean held) {
        return TABLE.row()
                .set(ACCOUNT_ID, day.account())
                .set(CURRENCY, day.currency())
                .set(BILLING_DAY, day.day())
                .set(HELD, held);
    }

    /** Returns the account-day that is in the current row. */
    public static AccountDay accountDay(ResultSet row) throws SQLException {
        return new AccountDay(ACCOUNT_ID.get(row), CURRENCY.get(row), BILLING_DAY.get(row));
    }
}
