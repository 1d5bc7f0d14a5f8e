package io.billingcenter.schema.settlement;

import io.billingcenter.domain.account.BillingAccountId;
import io.billingcenter.domain.account.SettlementMethod;
import io.billingcenter.domain.settlement.OwedBill;
import io.billingcenter.domain.settlement.WalletKey;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.schema.Column;
import io.billingcenter.schema.Table;
import io.billingcenter.schema.TableRow;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Currency;
import java.util.List;

/** Table {@code owed_bill}: the bills that are not paid in full. */
public final class OwedBillTable {

    public static final Table TABLE = Table.named("owed_bill");

    public static final Column<BillingAccountId> ACCOUNT_ID = TABLE.account("account_id");
    public static final Column<Currency> CURRENCY = TABLE.currency("currency");
    public static final Column<SettlementMethod> SETTLEMENT = TABLE.settlement("settlement");
    public static final Column<BillingDay> POSTED_DAY = TABLE.day("posted_day");
    /** Above 0. */
    public static final Column<BigDecimal> OWED = TABLE.decimal("owed");

    /** The columns that name a row. */
    public static final List<Column<?>> KEY = List.of(ACCOUNT_ID, CURRENCY, SETTLEMENT, POSTED_DAY);

    private OwedBillTable() {}

    /** Returns the row of a bill. */
    public static TableRow row(WalletKey wallet, OwedBill bill) {
        return TABLE.row()
                .set(ACCOUNT_ID, wallet.account())
                .set(CURRENCY, wallet.currency())
                .set(SETTLEMENT, bill.bill().settlement())
                .set(POSTED_DAY, bill.bill().postedDay())
                .set(OWED, bill.owed().amount());
    }

    /** Returns the bill that is in the current row. */
    public static OwedBill owedBill(ResultSet row) throws SQLException {
        return new OwedBill(WalletColumns.bill(row), WalletColumns.money(row, OWED));
    }
}
