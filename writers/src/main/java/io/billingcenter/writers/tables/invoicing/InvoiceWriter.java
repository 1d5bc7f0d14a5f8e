package io.billingcenter.writers.tables.invoicing;

import io.billingcenter.domain.invoicing.DocumentKind;
import io.billingcenter.domain.invoicing.Invoice;
import io.billingcenter.domain.invoicing.InvoiceLine;
import io.billingcenter.domain.invoicing.InvoiceNumber;
import io.billingcenter.domain.invoicing.SeriesNames;
import io.billingcenter.domain.reconciliation.ControlStage;
import io.billingcenter.domain.reconciliation.ControlTotal;
import io.billingcenter.schema.TableRow;
import io.billingcenter.schema.digest.RowDigests;
import io.billingcenter.schema.invoicing.InvoiceLineTable;
import io.billingcenter.schema.invoicing.InvoiceTable;
import io.billingcenter.writers.tables.reconciliation.ControlTotals;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Issues invoices: gives each the next number of the series and year of its currency, in the transaction that stores it, so
 * that a crash leaves no gap. The numbers of a chunk are taken together. One thread at a time.
 */
public final class InvoiceWriter implements ItemWriter<Invoice> {

    private static final String NONE = "";

    private final JdbcTemplate jdbc;
    private final NumberSeries series;
    private final long runId;

    /** Issues invoices of series with those names. */
    public InvoiceWriter(JdbcTemplate jdbc, SeriesNames names, long runId) {
        this.jdbc = jdbc;
        this.series = new NumberSeries(jdbc, names);
        this.runId = runId;
    }

    @Override
    public void write(Chunk<? extends Invoice> invoices) {
        Map<Series, List<Invoice>> bySeries = new LinkedHashMap<>();
        for (Invoice invoice : invoices) {
            Series of = new Series(invoice.currency(), invoice.month().month().getYear());
            bySeries.computeIfAbsent(of, first -> new ArrayList<>()).add(invoice);
        }
        bySeries.forEach(this::issue);
    }

    /** The invoices that are numbered together. */
    private record Series(Currency currency, int year) {}

    private void issue(Series of, List<Invoice> invoices) {
        InvoiceNumber invoiceNumber = series.take(DocumentKind.INVOICE, of.currency(), of.year(), invoices.size());
        List<TableRow> rows = new ArrayList<>();
        List<TableRow> lines = new ArrayList<>();
        List<ControlTotal> totals = new ArrayList<>();
        for (Invoice invoice : invoices) {
            TableRow row = InvoiceTable.row(invoice, invoiceNumber, runId);
            RowDigests digests = new RowDigests().add(row);
            rows.add(row);
            for (InvoiceLine line : invoice.lines()) {
                TableRow lineRow = InvoiceLineTable.row(invoiceNumber, line);
                digests.add(lineRow);
                lines.add(lineRow);
            }
            totals.add(total(invoice, invoiceNumber, digests));
            invoiceNumber = invoiceNumber.next();
        }
        InvoiceTable.TABLE.insert(jdbc, rows);
        InvoiceLineTable.TABLE.insert(jdbc, lines);
        new ControlTotals(jdbc, runId).insert(totals);
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
}
