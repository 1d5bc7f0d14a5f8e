package io.billingcenter.schema.invoicing;

import io.billingcenter.domain.invoicing.CreditNote;
import io.billingcenter.domain.invoicing.InvoiceCorrection;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.schema.Column;
import io.billingcenter.schema.ShortText;
import io.billingcenter.schema.Table;
import io.billingcenter.schema.TableRow;

/** Table {@code credit_note}: the requests by which credit notes were made; it only grows. */
public final class CreditNoteTable {

    public static final Table TABLE = Table.named("credit_note");

    public static final Column<Integer> CREDIT_NUMBER = TABLE.number("credit_number");
    /** Number of the credit note in table {@code invoice}. */
    public static final Column<String> INVOICE_NUMBER = TABLE.text("invoice_number");

    public static final Column<String> REFERS_TO = TABLE.text("refers_to");
    public static final Column<String> REQUEST_KEY = TABLE.text("request_key");
    /** Empty for the whole invoice. */
    public static final Column<String> CREDITED_LINES = TABLE.text("credited_lines");

    public static final Column<BillingDay> POSTED_DAY = TABLE.day("posted_day");
    public static final Column<String> REASON = TABLE.text("reason");
    public static final Column<String> GIVEN_BY = TABLE.text("given_by");
    public static final Column<BillingDay> GIVEN_ON = TABLE.day("given_on");
    public static final Column<Long> RUN_ID = TABLE.largeNumber("run_id");

    static {
        TABLE.digests(
                CREDIT_NUMBER,
                INVOICE_NUMBER,
                REFERS_TO,
                REQUEST_KEY,
                CREDITED_LINES,
                POSTED_DAY,
                REASON,
                GIVEN_BY,
                GIVEN_ON);
    }

    private CreditNoteTable() {}

    /** Returns the row of a credit note that a run makes. */
    public static TableRow row(CreditNote note, long runId) {
        InvoiceCorrection correction = note.correction();
        return TABLE.row()
                .set(CREDIT_NUMBER, note.creditNumber())
                .set(INVOICE_NUMBER, note.number().toString())
                .set(REFERS_TO, correction.invoice())
                .set(REQUEST_KEY, correction.key())
                .set(CREDITED_LINES, correction.lines())
                .set(POSTED_DAY, note.postedDay())
                .set(REASON, ShortText.of(correction.reason()))
                .set(GIVEN_BY, ShortText.of(correction.by()))
                .set(GIVEN_ON, correction.on())
                .set(RUN_ID, runId);
    }
}
