package io.billingcenter.readers.tables.settlement;

import io.billingcenter.domain.account.BillingAccountId;
import io.billingcenter.domain.account.SettlementMethod;
import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.money.Money;
import io.billingcenter.domain.settlement.BillKey;
import io.billingcenter.domain.settlement.LedgerAccount;
import io.billingcenter.domain.settlement.LineKey;
import io.billingcenter.domain.settlement.LineSource;
import io.billingcenter.domain.settlement.WalletKey;
import io.billingcenter.readers.tables.paging.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/** The columns that the tables of settlement share, as domain values. */
final class WalletColumns {

    private WalletColumns() {}

    static WalletKey wallet(ResultSet row) throws SQLException {
        return new WalletKey(
                new BillingAccountId(row.getString("account_id")), Currency.getInstance(row.getString("currency")));
    }

    static BillKey bill(ResultSet row) throws SQLException {
        return new BillKey(
                Columns.day(row, "posted_day"),
                Columns.known(SettlementMethod.ofCode(row.getString("settlement")), "settlement"));
    }

    static @Nullable WorkspaceId workspaceOrNone(ResultSet row) throws SQLException {
        String id = row.getString("workspace_id");
        return id.isEmpty() ? null : new WorkspaceId(id);
    }

    static LineKey line(ResultSet row) throws SQLException {
        return new LineKey(
                Columns.day(row, "billing_day"),
                Columns.workspaceOrNone(row),
                Columns.tierOrNone(row),
                row.getString("agreement_id"));
    }

    /** A source with what is left of it, which is in column {@code left_amount}. */
    static LineSource source(ResultSet row) throws SQLException {
        return new LineSource(
                bill(row),
                line(row),
                row.getLong("source_number"),
                Columns.known(LedgerAccount.ofCode(row.getString("side")), "side"),
                row.getString("instrument"),
                money(row, "left_amount"));
    }

    static Money money(ResultSet row, String column) throws SQLException {
        return Money.of(Currency.getInstance(row.getString("currency")), row.getBigDecimal(column));
    }
}
