package io.billingcenter.schema.settlement;

import io.billingcenter.domain.account.BillingAccountId;
import io.billingcenter.domain.account.SettlementMethod;
import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.settlement.MarketplaceRecord;
import io.billingcenter.domain.settlement.WalletKey;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.schema.Column;
import io.billingcenter.schema.Table;
import io.billingcenter.schema.TableRow;
import java.math.BigDecimal;
import java.util.Currency;

/** Table {@code marketplace_record}: the amounts to be charged to cloud accounts, net of vouchers and cards; it only grows. */
public final class MarketplaceRecordTable {

    public static final Table TABLE = Table.named("marketplace_record");

    public static final Column<BillingDay> POSTED_DAY = TABLE.day("posted_day");
    public static final Column<BillingAccountId> ACCOUNT_ID = TABLE.account("account_id");
    public static final Column<SettlementMethod> SETTLEMENT = TABLE.settlement("settlement");
    public static final Column<Currency> CURRENCY = TABLE.currency("currency");
    public static final Column<WorkspaceId> WORKSPACE_ID = TABLE.workspaceOrEmpty("workspace_id");
    public static final Column<String> VENDOR_ACCOUNT = TABLE.text("vendor_account");
    /** Numbers the settlements of the bill, from 1. */
    public static final Column<Integer> SETTLEMENT_NUMBER = TABLE.number("settlement_number");

    public static final Column<BigDecimal> AMOUNT = TABLE.decimal("amount");

    static {
        TABLE.digests(POSTED_DAY, SETTLEMENT, WORKSPACE_ID, VENDOR_ACCOUNT, SETTLEMENT_NUMBER, AMOUNT);
    }

    private MarketplaceRecordTable() {}

    /** Returns the row of a record. */
    public static TableRow row(WalletKey wallet, MarketplaceRecord record) {
        return TABLE.row()
                .set(POSTED_DAY, record.bill().postedDay())
                .set(ACCOUNT_ID, wallet.account())
                .set(SETTLEMENT, record.bill().settlement())
                .set(CURRENCY, wallet.currency())
                .set(WORKSPACE_ID, record.workspace())
                .set(VENDOR_ACCOUNT, record.vendorAccount())
                .set(SETTLEMENT_NUMBER, record.settlement())
                .set(AMOUNT, record.amount().amount());
    }
}
