package io.billingcenter.schema.settlement;

import io.billingcenter.domain.account.BillingAccountId;
import io.billingcenter.domain.settlement.AccountStatus;
import io.billingcenter.domain.settlement.StatePeriod;
import io.billingcenter.domain.settlement.WalletState;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.schema.Column;
import io.billingcenter.schema.Table;
import io.billingcenter.schema.TableRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Table {@code wallet}: the wallets after their last settlement. */
public final class WalletTable {

    public static final Table TABLE = Table.named("wallet");

    public static final Column<BillingAccountId> ACCOUNT_ID = TABLE.account("account_id");
    public static final Column<Currency> CURRENCY = TABLE.currency("currency");
    public static final Column<BillingDay> SETTLED_DAY = TABLE.day("settled_day");
    /** Number of the last ledger entry. */
    public static final Column<Long> LAST_NUMBER = TABLE.largeNumber("last_number");

    /** NULL while the account has always been active in this currency; so are the next two. */
    public static final Column<AccountStatus> STATUS = TABLE.code("status", AccountStatus::code, AccountStatus::ofCode);

    public static final Column<BillingDay> STATUS_FROM = TABLE.day("status_from");
    /** 0 without a status. */
    public static final Column<Integer> STATUS_NUMBER = TABLE.number("status_number");

    /** The columns that name a row. */
    public static final List<Column<?>> KEY = List.of(ACCOUNT_ID, CURRENCY);

    static {
        TABLE.digests(SETTLED_DAY, LAST_NUMBER, STATUS, STATUS_FROM, STATUS_NUMBER);
    }

    private WalletTable() {}

    /** Returns the row of a wallet that was settled up to its settled day. */
    public static TableRow row(WalletState wallet) {
        StatePeriod standing = wallet.standing();
        return TABLE.row()
                .set(ACCOUNT_ID, wallet.key().account())
                .set(CURRENCY, wallet.key().currency())
                .set(SETTLED_DAY, wallet.settledDay())
                .set(LAST_NUMBER, wallet.lastNumber())
                .set(STATUS, standing == null ? null : standing.status())
                .set(STATUS_FROM, standing == null ? null : standing.from())
                .set(STATUS_NUMBER, standing == null ? 0 : standing.number());
    }

    /** Returns the period in force of the wallet that is in the current row; null when the account was always active. */
    public static @Nullable StatePeriod standing(ResultSet row) throws SQLException {
        AccountStatus status = STATUS.getOrNull(row);
        return status == null ? null : new StatePeriod(STATUS_NUMBER.get(row), status, STATUS_FROM.get(row));
    }
}
