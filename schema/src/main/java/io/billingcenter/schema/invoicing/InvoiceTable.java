package io.billingcenter.schema.invoicing;

import io.billingcenter.domain.account.BillingAccountId;
import io.billingcenter.domain.invoicing.CreditNote;
import io.billingcenter.domain.invoicing.DocumentKind;
import io.billingcenter.domain.invoicing.Invoice;
import io.billingcenter.domain.invoicing.InvoiceNumber;
import io.billingcenter.domain.settlement.PaymentParts;
import io.billingcenter.domain.time.BillingMonth;
import io.billingcenter.schema.Column;
import io.billingcenter.schema.Table;
import io.billingcenter.schema.TableRow;
import java.math.BigDecimal;
import java.util.Currency;

/** Table {@code invoice}: the invoices of closed months. */
public final class InvoiceTable {

    public static final Table TABLE = Table.named("invoice");

    public static final Column<String> INVOICE_NUMBER = TABLE.text("invoice_number");
    public static final Column<BillingMonth> BILLING_MONTH = TABLE.month("billing_month");
    public static final Column<BillingAccountId> ACCOUNT_ID = TABLE.account("account_id");
    public static final Column<Currency> CURRENCY = TABLE.currency("currency");
    public static final Column<BigDecimal> TOTAL = TABLE.decimal("total");
    /** Always {@code final}: an invoice is stored when its month is closed. */
    public static final Column<String> STATE = TABLE.text("state");

    public static final Column<Long> RUN_ID = TABLE.largeNumber("run_id");
    public static final Column<BigDecimal> VOUCHER = TABLE.decimal("voucher");
    public static final Column<BigDecimal> PREPAID_CARD = TABLE.decimal("prepaid_card");
    public static final Column<BigDecimal> CASH = TABLE.decimal("cash");
    public static final Column<BigDecimal> CLOUD = TABLE.decimal("cloud");
    public static final Column<BigDecimal> OWED = TABLE.decimal("owed");
    public static final Column<BigDecimal> FAPIAO_AMOUNT = TABLE.decimal("fapiao_amount");
    public static final Column<DocumentKind> DOCUMENT =
            TABLE.code("document", DocumentKind::code, DocumentKind::ofCode);
    /** Number of the invoice that a credit note is for; NULL for an invoice. Digested as {@link DocumentReference}. */
    public static final Column<String> REFERS_TO = TABLE.text("refers_to");
    /** Number of a credit note among all of the installation; 0 for an invoice. */
    public static final Column<Integer> CREDIT_NUMBER = TABLE.number("credit_number");

    static {
        TABLE.digests(
                BILLING_MONTH,
                ACCOUNT_ID,
                CURRENCY,
                TOTAL,
                VOUCHER,
                PREPAID_CARD,
                CASH,
                CLOUD,
                OWED,
                FAPIAO_AMOUNT,
                STATE);
    }

    private static final String FINAL = "final";

    private InvoiceTable() {}

    /** Returns the row of an invoice that a run issues under that number. */
    public static TableRow row(Invoice invoice, InvoiceNumber number, long runId) {
        PaymentParts paid = invoice.payment().parts();
        return TABLE.row()
                .set(INVOICE_NUMBER, number.toString())
                .set(BILLING_MONTH, invoice.month())
                .set(ACCOUNT_ID, invoice.account())
                .set(CURRENCY, invoice.currency())
                .set(TOTAL, invoice.total().amount())
                .set(STATE, FINAL)
                .set(RUN_ID, runId)
                .set(VOUCHER, paid.voucher().amount())
                .set(PREPAID_CARD, paid.prepaidCard().amount())
                .set(CASH, paid.cash().amount())
                .set(CLOUD, paid.cloud().amount())
                .set(OWED, paid.owed().amount())
                .set(FAPIAO_AMOUNT, invoice.payment().fapiao().amount())
                .set(DOCUMENT, DocumentKind.INVOICE)
                .set(CREDIT_NUMBER, 0);
    }

    /** Returns the row of a credit note that a run issues. */
    public static TableRow row(CreditNote note, long runId) {
        return row(note.document(), note.number(), runId)
                .set(DOCUMENT, DocumentKind.CREDIT_NOTE)
                .set(REFERS_TO, note.correction().invoice())
                .set(CREDIT_NUMBER, note.creditNumber());
    }
}
