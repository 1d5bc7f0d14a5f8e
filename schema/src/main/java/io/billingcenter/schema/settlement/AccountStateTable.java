package io.billingcenter.schema.settlement;

import io.billingcenter.domain.account.BillingAccountId;
import io.billingcenter.domain.settlement.AccountStatus;
import io.billingcenter.domain.settlement.StatePeriod;
import io.billingcenter.domain.settlement.WalletKey;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.schema.Column;
import io.billingcenter.schema.Table;
import io.billingcenter.schema.TableRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Currency;

/** Table {@code account_state}: the states of accounts; of the periods that have begun, the one with the highest number is in force. */
public final class AccountStateTable {

    public static final Table TABLE = Table.named("account_state");

    public static final Column<BillingAccountId> ACCOUNT_ID = TABLE.account("account_id");
    public static final Column<Currency> CURRENCY = TABLE.currency("currency");
    public static final Column<Integer> PERIOD_NUMBER = TABLE.number("period_number");
    public static final Column<AccountStatus> STATUS = TABLE.code("status", AccountStatus::code, AccountStatus::ofCode);
    public static final Column<BillingDay> FROM_DAY = TABLE.day("from_day");

    static {
        TABLE.digests(PERIOD_NUMBER, STATUS, FROM_DAY);
    }

    private AccountStateTable() {}

    /** Returns the row of a period. */
    public static TableRow row(WalletKey wallet, StatePeriod period) {
        return TABLE.row()
                .set(ACCOUNT_ID, wallet.account())
                .set(CURRENCY, wallet.currency())
                .set(PERIOD_NUMBER, period.number())
                .set(STATUS, period.status())
                .set(FROM_DAY, period.from());
    }

    /** Returns the period that is in the current row. */
    public static StatePeriod period(ResultSet row) throws SQLException {
        return new StatePeriod(PERIOD_NUMBER.get(row), STATUS.get(row), FROM_DAY.get(row));
    }
}
