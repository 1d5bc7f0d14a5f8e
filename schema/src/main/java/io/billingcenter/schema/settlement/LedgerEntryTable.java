package io.billingcenter.schema.settlement;

import io.billingcenter.domain.account.BillingAccountId;
import io.billingcenter.domain.settlement.LedgerAccount;
import io.billingcenter.domain.settlement.LedgerEntry;
import io.billingcenter.domain.settlement.LedgerEntryType;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.schema.Column;
import io.billingcenter.schema.Table;
import io.billingcenter.schema.TableRow;
import java.math.BigDecimal;
import java.util.Currency;

/** Table {@code ledger_entry}: the double-entry ledger of all wallets; it only grows, and the legs of a request add up to 0. */
public final class LedgerEntryTable {

    public static final Table TABLE = Table.named("ledger_entry");

    /** Same for all legs of a movement. */
    public static final Column<String> REQUEST_ID = TABLE.text("request_id");

    public static final Column<Integer> LEG = TABLE.number("leg");
    public static final Column<BillingAccountId> ACCOUNT_ID = TABLE.account("account_id");
    public static final Column<Currency> CURRENCY = TABLE.currency("currency");
    /** Numbers the entries of a wallet. */
    public static final Column<Long> ENTRY_NUMBER = TABLE.largeNumber("entry_number");

    public static final Column<LedgerEntryType> MOVEMENT =
            TABLE.code("movement", LedgerEntryType.values(), LedgerEntryType::code);
    public static final Column<LedgerAccount> SIDE = TABLE.code("side", LedgerAccount::code, LedgerAccount::ofCode);
    /** Voucher, card or cloud account; empty for cash and arrears. */
    public static final Column<String> INSTRUMENT = TABLE.text("instrument");

    public static final Column<BigDecimal> AMOUNT = TABLE.decimal("amount");
    public static final Column<BillingDay> ENTRY_DAY = TABLE.day("entry_day");
    /** Posted day of the bill; NULL for other movements. */
    public static final Column<BillingDay> BILL_DAY = TABLE.day("bill_day");

    /** Posted day of the bill that is cleared or given back; NULL for other movements. */
    public static final Column<BillingDay> SOURCE_DAY = TABLE.day("source_day");

    public static final Column<Long> RUN_ID = TABLE.largeNumber("run_id");

    static {
        TABLE.digests(
                REQUEST_ID, LEG, ENTRY_NUMBER, MOVEMENT, SIDE, INSTRUMENT, AMOUNT, ENTRY_DAY, BILL_DAY, SOURCE_DAY);
    }

    private LedgerEntryTable() {}

    /** Returns the row of an entry that a run makes. */
    public static TableRow row(LedgerEntry entry, long runId) {
        return TABLE.row()
                .set(REQUEST_ID, entry.requestId())
                .set(LEG, entry.leg())
                .set(ACCOUNT_ID, entry.wallet().account())
                .set(CURRENCY, entry.wallet().currency())
                .set(ENTRY_NUMBER, entry.number())
                .set(MOVEMENT, entry.type())
                .set(SIDE, entry.ledgerAccount())
                .set(INSTRUMENT, entry.instrument())
                .set(AMOUNT, entry.amount().amount())
                .set(ENTRY_DAY, entry.day())
                .set(BILL_DAY, entry.billDay())
                .set(SOURCE_DAY, entry.sourceDay())
                .set(RUN_ID, runId);
    }
}
