package io.billingcenter.writers.tables.invoicing;

import io.billingcenter.domain.invoicing.Invoice;
import io.billingcenter.domain.invoicing.InvoiceLine;
import io.billingcenter.domain.invoicing.InvoiceNumber;
import io.billingcenter.domain.reconciliation.ControlStage;
import io.billingcenter.domain.reconciliation.ControlTotal;
import io.billingcenter.schema.TableRow;
import io.billingcenter.schema.digest.RowDigests;
import io.billingcenter.schema.invoicing.InvoiceLineTable;
import io.billingcenter.schema.invoicing.InvoiceTable;
import io.billingcenter.schema.invoicing.NumberSeriesTable;
import io.billingcenter.writers.tables.reconciliation.ControlTotals;
import java.math.BigDecimal;
import java.util.List;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Issues invoices: gives each the next number of its series and year, in the transaction that stores it, so that a crash
 * leaves no gap. One thread at a time.
 */
public final class InvoiceWriter implements ItemWriter<Invoice> {

    private static final String NONE = "";

    private final JdbcTemplate jdbc;
    private final String series;
    private final long runId;

    /** Issues invoices of that series. */
    public InvoiceWriter(JdbcTemplate jdbc, String series, long runId) {
        this.jdbc = jdbc;
        this.series = series;
        this.runId = runId;
    }

    @Override
    public void write(Chunk<? extends Invoice> invoices) {
        invoices.forEach(this::issue);
    }

    private void issue(Invoice invoice) {
        InvoiceNumber number = nextNumber(invoice.month().month().getYear());
        TableRow row = InvoiceTable.row(invoice, number, runId);
        List<TableRow> lines = invoice.lines().stream()
                .map(line -> InvoiceLineTable.row(number, line))
                .toList();
        InvoiceTable.TABLE.insert(jdbc, row);
        InvoiceLineTable.TABLE.insert(jdbc, lines);
        RowDigests digests = new RowDigests().add(row);
        lines.forEach(digests::add);
        new ControlTotals(jdbc, runId).insert(List.of(total(invoice, number, digests)));
    }

    private static ControlTotal total(Invoice invoice, InvoiceNumber number, RowDigests digests) {
        return new ControlTotal(
                ControlStage.INVOICED,
                NONE,
                invoice.month().firstDay().date(),
                1,
                number.toString(),
                invoice.currency().getCurrencyCode(),
                null,
                invoice.lines().size(),
                invoice.lines().stream().map(InvoiceLine::quantity).reduce(BigDecimal.ZERO, BigDecimal::add),
                invoice.total().amount(),
                digests.parts());
    }

    private InvoiceNumber nextNumber(int year) {
        int known = jdbc.update(
                "UPDATE number_series SET last_number = last_number + 1 WHERE series = ? AND number_year = ?",
                series,
                year);
        if (known == 0) {
            NumberSeriesTable.TABLE.insert(jdbc, NumberSeriesTable.row(series, year, 1));
        }
        Long number = jdbc.queryForObject(
                "SELECT last_number FROM number_series WHERE series = ? AND number_year = ?", Long.class, series, year);
        return new InvoiceNumber(series, year, number == null ? 1 : number);
    }
}
