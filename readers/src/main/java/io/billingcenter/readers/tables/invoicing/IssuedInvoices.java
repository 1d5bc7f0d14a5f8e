package io.billingcenter.readers.tables.invoicing;

import io.billingcenter.domain.invoicing.DocumentKind;
import io.billingcenter.domain.invoicing.InvoiceCorrection;
import io.billingcenter.domain.invoicing.IssuedInvoice;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.time.BillingMonth;
import io.billingcenter.schema.invoicing.ClosedMonthTable;
import io.billingcenter.schema.invoicing.CreditNoteTable;
import io.billingcenter.schema.invoicing.InvoiceTable;
import io.billingcenter.schema.invoicing.VoidedInvoiceTable;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.JdbcTemplate;

/** Finds issued documents by their numbers, and what has become of them. */
public final class IssuedInvoices {

    private static final String CLOSED =
            "SELECT billing_month FROM closed_month UNION SELECT billing_month FROM month_closed_outside";

    private final JdbcTemplate jdbc;

    /** Reads through the template. */
    public IssuedInvoices(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Returns the invoice of that number.
     *
     * @throws IllegalArgumentException if there is none in force: no document of the number, a credit note, or one that was
     *     voided
     */
    public IssuedInvoice require(String number) {
        IssuedInvoice found = find(number).orElseThrow(() -> notInForce(number));
        if (found.document() != DocumentKind.INVOICE) {
            throw new IllegalArgumentException("Expected the number of an invoice, found credit note " + number
                    + "; name the invoice that it refers to");
        }
        return found;
    }

    private IllegalArgumentException notInForce(String number) {
        return replacementOf(number)
                .map(other -> new IllegalArgumentException("Expected an invoice in force, found " + number
                        + ", which was voided; " + other + " has taken its place"))
                .orElseGet(() -> new IllegalArgumentException("Expected the number of an invoice like INV-2026-000001,"
                        + " found '" + number + "', which was never issued; invoices.csv has the numbers"));
    }

    /** Returns the document in force that has the number. */
    public Optional<IssuedInvoice> find(String number) {
        return jdbc
                .query(
                        "SELECT invoice_number, document, billing_month, account_id, currency FROM invoice"
                                + " WHERE invoice_number = ?",
                        (row, n) -> new IssuedInvoice(
                                InvoiceTable.INVOICE_NUMBER.get(row),
                                InvoiceTable.DOCUMENT.get(row),
                                InvoiceTable.BILLING_MONTH.get(row),
                                InvoiceTable.ACCOUNT_ID.get(row),
                                InvoiceTable.CURRENCY.get(row)),
                        number)
                .stream()
                .findFirst();
    }

    /** Returns the number of the invoice that has taken the place of a voided one. */
    public Optional<String> replacementOf(String number) {
        return jdbc
                .query(
                        "SELECT replaced_by FROM voided_invoice WHERE invoice_number = ?",
                        (row, n) -> VoidedInvoiceTable.REPLACED_BY.get(row),
                        number)
                .stream()
                .findFirst();
    }

    /** Returns the month of an invoice that was voided for that very reason. */
    public Optional<BillingMonth> monthOfVoided(String number, String reason) {
        return jdbc
                .query(
                        "SELECT billing_month, reason FROM voided_invoice WHERE invoice_number = ? AND reason = ?",
                        (row, n) -> VoidedInvoiceTable.BILLING_MONTH.get(row),
                        number,
                        reason)
                .stream()
                .findFirst();
    }

    /** Returns the numbers of the credit notes that refer to an invoice. */
    public List<String> creditNotesOf(String number) {
        return jdbc.query(
                "SELECT invoice_number FROM invoice WHERE refers_to = ? AND document = 'credit_note'"
                        + " ORDER BY credit_number",
                (row, n) -> InvoiceTable.INVOICE_NUMBER.get(row),
                number);
    }

    /** A credit note that was made for a request, and the day under which its entries lie. */
    public record Made(String number, BillingDay postedDay) {}

    /** Returns the credit note that the same request has made already. */
    public Optional<Made> madeFor(InvoiceCorrection correction) {
        return jdbc
                .query(
                        "SELECT invoice_number, posted_day FROM credit_note WHERE request_key = ?",
                        (row, n) ->
                                new Made(CreditNoteTable.INVOICE_NUMBER.get(row), CreditNoteTable.POSTED_DAY.get(row)),
                        correction.key())
                .stream()
                .findFirst();
    }

    /** Returns the first day after a month that can take entries: that of the first month which is not closed. */
    public BillingDay firstOpenDayAfter(BillingMonth month) {
        Set<BillingMonth> closed =
                new TreeSet<>(jdbc.query(CLOSED, (row, n) -> ClosedMonthTable.BILLING_MONTH.get(row)));
        BillingDay day = month.endExclusive();
        while (closed.contains(day.month())) {
            day = day.month().endExclusive();
        }
        return day;
    }

    /** Returns the highest number of a credit note; 0 before the first. */
    public int lastCreditNumber() {
        Integer last = jdbc.queryForObject("SELECT COALESCE(MAX(credit_number), 0) FROM credit_note", Integer.class);
        return last == null ? 0 : last;
    }
}
