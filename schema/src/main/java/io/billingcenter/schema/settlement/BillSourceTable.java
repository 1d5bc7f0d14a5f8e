package io.billingcenter.schema.settlement;

import io.billingcenter.domain.account.BillingAccountId;
import io.billingcenter.domain.account.SettlementMethod;
import io.billingcenter.domain.settlement.BillKey;
import io.billingcenter.domain.settlement.BillSource;
import io.billingcenter.domain.settlement.LedgerAccount;
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

/** Table {@code bill_source}: the sources that paid the bills of {@link UnspreadBillTable}, with the amounts that may still be given back. */
public final class BillSourceTable {

    public static final Table TABLE = Table.named("bill_source");

    public static final Column<BillingAccountId> ACCOUNT_ID = TABLE.account("account_id");
    public static final Column<Currency> CURRENCY = TABLE.currency("currency");
    public static final Column<SettlementMethod> SETTLEMENT = TABLE.settlement("settlement");
    public static final Column<BillingDay> POSTED_DAY = TABLE.day("posted_day");
    public static final Column<LedgerAccount> SIDE = TABLE.code("side", LedgerAccount::code, LedgerAccount::ofCode);
    public static final Column<String> INSTRUMENT = TABLE.text("instrument");
    public static final Column<Long> PAYMENT_ORDER = TABLE.largeNumber("payment_order");
    public static final Column<BigDecimal> LEFT_AMOUNT = TABLE.decimal("left_amount");

    /** The columns that name the rows of a bill. */
    public static final List<Column<?>> BILL = List.of(ACCOUNT_ID, POSTED_DAY, SETTLEMENT, CURRENCY);

    private BillSourceTable() {}

    /** Returns a row that names the rows of a bill. */
    public static TableRow row(WalletKey wallet, BillKey bill) {
        return TABLE.row()
                .set(ACCOUNT_ID, wallet.account())
                .set(CURRENCY, wallet.currency())
                .set(SETTLEMENT, bill.settlement())
                .set(POSTED_DAY, bill.postedDay());
    }

    /** Returns the source that is in the current row. */
    public static BillSource source(ResultSet row) throws SQLException {
        return new BillSource(
                WalletColumns.bill(row),
                SIDE.get(row),
                INSTRUMENT.get(row),
                PAYMENT_ORDER.get(row),
                WalletColumns.money(row, LEFT_AMOUNT));
    }
}
