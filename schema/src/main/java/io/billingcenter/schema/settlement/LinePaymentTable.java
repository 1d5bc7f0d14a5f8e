package io.billingcenter.schema.settlement;

import io.billingcenter.domain.account.BillingAccountId;
import io.billingcenter.domain.account.SettlementMethod;
import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.money.Money;
import io.billingcenter.domain.settlement.LedgerAccount;
import io.billingcenter.domain.settlement.LinePayment;
import io.billingcenter.domain.settlement.LineSource;
import io.billingcenter.domain.settlement.WalletKey;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.usage.Meter;
import io.billingcenter.domain.usage.MeterTier;
import io.billingcenter.schema.Column;
import io.billingcenter.schema.Table;
import io.billingcenter.schema.TableRow;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Currency;

/** Table {@code line_payment}: the payments of the lines of bills, by source; it only grows. */
public final class LinePaymentTable {

    public static final Table TABLE = Table.named("line_payment");

    public static final Column<BillingDay> POSTED_DAY = TABLE.day("posted_day");
    public static final Column<BillingAccountId> ACCOUNT_ID = TABLE.account("account_id");
    public static final Column<WorkspaceId> WORKSPACE_ID = TABLE.workspaceOrEmpty("workspace_id");
    public static final Column<BillingDay> BILLING_DAY = TABLE.day("billing_day");
    public static final Column<Meter> METER = TABLE.meterOrEmpty("meter");
    public static final Column<Integer> RETENTION_DAYS = TABLE.number("retention_days");
    /** Empty for usage. */
    public static final Column<String> AGREEMENT_ID = TABLE.text("agreement_id");

    public static final Column<SettlementMethod> SETTLEMENT = TABLE.settlement("settlement");
    public static final Column<Currency> CURRENCY = TABLE.currency("currency");
    /** Ledger entry by which the source paid; 0 when it is not known. */
    public static final Column<Long> SOURCE_NUMBER = TABLE.largeNumber("source_number");

    /** Ledger entry of this movement; 0 when it is not known. */
    public static final Column<Long> ENTRY_NUMBER = TABLE.largeNumber("entry_number");

    public static final Column<LedgerAccount> SIDE = TABLE.code("side", LedgerAccount::code, LedgerAccount::ofCode);
    public static final Column<String> INSTRUMENT = TABLE.text("instrument");
    /** Added up over the rows of a line and source: the part of the bill that the source pays. */
    public static final Column<BigDecimal> PAID = TABLE.decimal("paid");

    /** Added up over the rows of a line and source: the amount that may still be given back. */
    public static final Column<BigDecimal> LEFT_CHANGE = TABLE.decimal("left_change");

    static {
        TABLE.digests(
                POSTED_DAY,
                WORKSPACE_ID,
                BILLING_DAY,
                METER,
                RETENTION_DAYS,
                AGREEMENT_ID,
                SETTLEMENT,
                SOURCE_NUMBER,
                ENTRY_NUMBER,
                SIDE,
                INSTRUMENT,
                PAID,
                LEFT_CHANGE);
    }

    private LinePaymentTable() {}

    /** Returns the row of a payment from a wallet. */
    public static TableRow row(WalletKey wallet, LinePayment payment) {
        MeterTier tier = payment.line().tier();
        return TABLE.row()
                .set(POSTED_DAY, payment.bill().postedDay())
                .set(ACCOUNT_ID, wallet.account())
                .set(WORKSPACE_ID, payment.line().workspace())
                .set(BILLING_DAY, payment.line().billingDay())
                .set(METER, tier == null ? null : tier.meter())
                .set(RETENTION_DAYS, payment.line().retentionDays())
                .set(AGREEMENT_ID, payment.line().agreement())
                .set(SETTLEMENT, payment.bill().settlement())
                .set(CURRENCY, wallet.currency())
                .set(SOURCE_NUMBER, payment.source())
                .set(ENTRY_NUMBER, payment.entry())
                .set(SIDE, payment.ledgerAccount())
                .set(INSTRUMENT, payment.instrument())
                .set(PAID, payment.paid().amount())
                .set(LEFT_CHANGE, payment.left().amount());
    }

    /**
     * Returns the source that paid the line in the current row.
     *
     * @param left the amount of it that may still be given back
     */
    public static LineSource source(ResultSet row, Money left) throws SQLException {
        return new LineSource(
                WalletColumns.bill(row),
                WalletColumns.line(row),
                SOURCE_NUMBER.get(row),
                SIDE.get(row),
                INSTRUMENT.get(row),
                left);
    }
}
