package io.billingcenter.writers.tables.invoicing;

import io.billingcenter.domain.invoicing.InvoiceCorrection;
import io.billingcenter.domain.invoicing.IssuedInvoice;
import io.billingcenter.domain.reconciliation.ControlStage;
import io.billingcenter.domain.reconciliation.ControlTotal;
import io.billingcenter.schema.Column;
import io.billingcenter.schema.ShortText;
import io.billingcenter.schema.digest.RowDigests;
import io.billingcenter.schema.invoicing.VoidedInvoiceTable;
import io.billingcenter.writers.tables.reconciliation.ControlTotals;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Voids invoices: moves them from table {@code invoice} to {@code voided_invoice}, and names the invoice that was issued in
 * their place. All of it is one transaction of the caller.
 */
public final class VoidedInvoiceWriter {

    private static final String COPIED =
            VoidedInvoiceTable.OF_INVOICE.stream().map(Column::name).collect(Collectors.joining(", "));

    private static final String MOVE = "INSERT INTO voided_invoice (" + COPIED
            + ", replaced_by, reason, given_by, given_on, voided_run) SELECT " + COPIED
            + ", '', ?, ?, ?, ? FROM invoice WHERE invoice_number = ?";

    /**
     * The new invoice keeps the number of the run that decided its payment: money that came in between is part of the next
     * month's fapiao.
     */
    private static final String KEEP_RUN = """
            UPDATE invoice SET run_id = (SELECT v.run_id FROM voided_invoice v WHERE v.invoice_number = ?)
            WHERE invoice_number = ?""";

    private final JdbcTemplate jdbc;
    private final long runId;

    /** Writes for a run. */
    public VoidedInvoiceWriter(JdbcTemplate jdbc, long runId) {
        this.jdbc = jdbc;
        this.runId = runId;
    }

    /** Takes an invoice out of those in force; another must be issued and named as its replacement. */
    public void move(IssuedInvoice invoice, InvoiceCorrection correction) {
        jdbc.update(
                MOVE,
                ShortText.of(correction.reason()),
                ShortText.of(correction.by()),
                correction.on().date(),
                runId,
                invoice.number());
        jdbc.update("DELETE FROM invoice WHERE invoice_number = ?", invoice.number());
    }

    /** Names the invoice in force of the same account, currency and month as the replacement of a voided one. */
    public void replaced(IssuedInvoice invoice) {
        String other = jdbc.query(
                        "SELECT invoice_number FROM invoice WHERE billing_month = ? AND account_id = ? AND currency = ?"
                                + " AND document = 'invoice'",
                        (row, n) -> row.getString(1),
                        invoice.month().toString(),
                        invoice.account().value(),
                        invoice.currency().getCurrencyCode())
                .get(0);
        jdbc.update("UPDATE voided_invoice SET replaced_by = ? WHERE invoice_number = ?", other, invoice.number());
        jdbc.update(KEEP_RUN, invoice.number(), other);
        jdbc.query(
                VoidedInvoiceTable.TABLE.select() + " WHERE invoice_number = ?",
                row -> {
                    new ControlTotals(jdbc, runId)
                            .insert(List.of(total(
                                    invoice,
                                    new RowDigests()
                                            .add(VoidedInvoiceTable.TABLE, row)
                                            .parts())));
                },
                invoice.number());
    }

    private static ControlTotal total(IssuedInvoice invoice, String parts) {
        return new ControlTotal(
                ControlStage.VOIDED,
                "",
                invoice.month().firstDay().date(),
                1,
                invoice.number(),
                invoice.currency().getCurrencyCode(),
                null,
                1,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                parts);
    }
}
