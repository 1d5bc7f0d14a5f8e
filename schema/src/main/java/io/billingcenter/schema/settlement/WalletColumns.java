package io.billingcenter.schema.settlement;

import io.billingcenter.domain.money.Money;
import io.billingcenter.domain.settlement.BillKey;
import io.billingcenter.domain.settlement.LineKey;
import io.billingcenter.domain.settlement.ShareKey;
import io.billingcenter.domain.settlement.WalletKey;
import io.billingcenter.schema.Column;
import io.billingcenter.schema.MeterTierColumns;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Columns that the tables of settlement share, as the keys of wallets, bills and lines. */
public final class WalletColumns {

    private WalletColumns() {}

    /** Returns the wallet of the current row: {@code account_id} and {@code currency}. */
    public static WalletKey wallet(ResultSet row) throws SQLException {
        return new WalletKey(LinePaymentTable.ACCOUNT_ID.get(row), LinePaymentTable.CURRENCY.get(row));
    }

    /** Returns the bill of the current row: {@code posted_day} and {@code settlement}. */
    public static BillKey bill(ResultSet row) throws SQLException {
        return new BillKey(LinePaymentTable.POSTED_DAY.get(row), LinePaymentTable.SETTLEMENT.get(row));
    }

    /** Returns the line of a bill of the current row: day, workspace, tier and agreement. */
    public static LineKey line(ResultSet row) throws SQLException {
        return new LineKey(
                LinePaymentTable.BILLING_DAY.get(row),
                LinePaymentTable.WORKSPACE_ID.getOrNull(row),
                MeterTierColumns.getOrNull(row),
                LinePaymentTable.AGREEMENT_ID.get(row));
    }

    /** Returns the share of a bill of the current row: {@code workspace_id} and {@code eligible}. */
    public static ShareKey share(ResultSet row) throws SQLException {
        return new ShareKey(BillPaymentTable.WORKSPACE_ID.getOrNull(row), BillPaymentTable.ELIGIBLE.get(row));
    }

    /** Returns an amount of the current row in its {@code currency}. */
    public static Money money(ResultSet row, Column<BigDecimal> amount) throws SQLException {
        return money(row, amount.name());
    }

    /** Returns an amount that a query computes, in the {@code currency} of the current row. */
    public static Money money(ResultSet row, String label) throws SQLException {
        return Money.of(LinePaymentTable.CURRENCY.get(row), row.getBigDecimal(label));
    }
}
