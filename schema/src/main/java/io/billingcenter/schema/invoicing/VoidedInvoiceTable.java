package io.billingcenter.schema.invoicing;

import io.billingcenter.domain.account.BillingAccountId;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.time.BillingMonth;
import io.billingcenter.schema.Column;
import io.billingcenter.schema.Table;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;

/**
 * Table {@code voided_invoice}: the invoices that are in force no more. The first columns are those of {@link InvoiceTable},
 * with the same content, so that the digest of an invoice stays as it was when it was issued.
 */
public final class VoidedInvoiceTable {

    public static final Table TABLE = Table.named("voided_invoice");

    public static final Column<String> INVOICE_NUMBER = TABLE.text("invoice_number");
    public static final Column<BillingMonth> BILLING_MONTH = TABLE.month("billing_month");
    public static final Column<BillingAccountId> ACCOUNT_ID = TABLE.account("account_id");
    public static final Column<Currency> CURRENCY = TABLE.currency("currency");
    public static final Column<BigDecimal> TOTAL = TABLE.decimal("total");
    /** State in which it was issued. */
    public static final Column<String> STATE = TABLE.text("state");

    public static final Column<Long> RUN_ID = TABLE.largeNumber("run_id");
    public static final Column<BigDecimal> VOUCHER = TABLE.decimal("voucher");
    public static final Column<BigDecimal> PREPAID_CARD = TABLE.decimal("prepaid_card");
    public static final Column<BigDecimal> CASH = TABLE.decimal("cash");
    public static final Column<BigDecimal> CLOUD = TABLE.decimal("cloud");
    public static final Column<BigDecimal> OWED = TABLE.decimal("owed");
    public static final Column<BigDecimal> FAPIAO_AMOUNT = TABLE.decimal("fapiao_amount");
    /** Number of the invoice with the same postings. */
    public static final Column<String> REPLACED_BY = TABLE.text("replaced_by");

    public static final Column<String> REASON = TABLE.text("reason");
    public static final Column<String> GIVEN_BY = TABLE.text("given_by");
    public static final Column<BillingDay> GIVEN_ON = TABLE.day("given_on");
    public static final Column<Long> VOIDED_RUN = TABLE.largeNumber("voided_run");

    /** The columns that are copied from table {@code invoice}. */
    public static final List<Column<?>> OF_INVOICE = List.of(
            INVOICE_NUMBER,
            BILLING_MONTH,
            ACCOUNT_ID,
            CURRENCY,
            TOTAL,
            STATE,
            RUN_ID,
            VOUCHER,
            PREPAID_CARD,
            CASH,
            CLOUD,
            OWED,
            FAPIAO_AMOUNT);

    static {
        TABLE.digests(INVOICE_NUMBER, REPLACED_BY, REASON, GIVEN_BY, GIVEN_ON);
    }

    private VoidedInvoiceTable() {}
}
