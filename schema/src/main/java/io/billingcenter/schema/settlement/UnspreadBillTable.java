package io.billingcenter.schema.settlement;

import io.billingcenter.domain.account.BillingAccountId;
import io.billingcenter.domain.account.SettlementMethod;
import io.billingcenter.domain.settlement.BillKey;
import io.billingcenter.domain.settlement.WalletKey;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.schema.Column;
import io.billingcenter.schema.Table;
import io.billingcenter.schema.TableRow;
import java.util.Currency;
import java.util.List;

/** Table {@code unspread_bill}: bills of earlier databases whose payments are known by share and not by line. */
public final class UnspreadBillTable {

    public static final Table TABLE = Table.named("unspread_bill");

    public static final Column<BillingAccountId> ACCOUNT_ID = TABLE.account("account_id");
    public static final Column<Currency> CURRENCY = TABLE.currency("currency");
    public static final Column<SettlementMethod> SETTLEMENT = TABLE.settlement("settlement");
    public static final Column<BillingDay> POSTED_DAY = TABLE.day("posted_day");

    /** The columns that name a row. */
    public static final List<Column<?>> BILL = List.of(ACCOUNT_ID, POSTED_DAY, SETTLEMENT, CURRENCY);

    private UnspreadBillTable() {}

    /** Returns a row that names a bill. */
    public static TableRow row(WalletKey wallet, BillKey bill) {
        return TABLE.row()
                .set(ACCOUNT_ID, wallet.account())
                .set(CURRENCY, wallet.currency())
                .set(SETTLEMENT, bill.settlement())
                .set(POSTED_DAY, bill.postedDay());
    }
}
