package io.billingcenter.writers.tables.invoicing;

import io.billingcenter.domain.invoicing.DocumentKind;
import io.billingcenter.domain.invoicing.Invoice;
import io.billingcenter.domain.invoicing.InvoiceLine;
import io.billingcenter.domain.invoicing.InvoiceNumber;
import io.billingcenter.domain.invoicing.InvoiceParties;
import io.billingcenter.domain.invoicing.LineDetail;
import io.billingcenter.domain.invoicing.SeriesNames;
import io.billingcenter.domain.reconciliation.ControlStage;
import io.billingcenter.domain.reconciliation.ControlTotal;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.schema.TableRow;
import io.billingcenter.schema.digest.RowDigests;
import io.billingcenter.schema.invoicing.InvoiceHeaderTable;
import io.billingcenter.schema.invoicing.InvoiceLineDetailTable;
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
    private final InvoiceParties parties;
    private final BillingDay invoiceDate;
    private final long runId;

    /**
     * Issues invoices of series with those names.
     *
     * @param parties names that are stored with the invoices
     * @param invoiceDate date of the invoices
     */
    public InvoiceWriter(
            JdbcTemplate jdbc, SeriesNames names, InvoiceParties parties, BillingDay invoiceDate, long runId) {
        this.jdbc = jdbc;
        this.series = new NumberSeries(jdbc, names);
        this.parties = parties;
        this.invoiceDate = invoiceDate;
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
        List<TableRow> headers = new ArrayList<>();
        List<TableRow> lines = new ArrayList<>();
        List<TableRow> details = new ArrayList<>();
        List<ControlTotal> totals = new ArrayList<>();
        for (Invoice invoice : invoices) {
            TableRow row = InvoiceTable.row(invoice, invoiceNumber, runId);
            TableRow header = InvoiceHeaderTable.row(invoiceNumber, parties.header(invoice, invoiceDate));
            List<TableRow> linesOf = lines(invoice, invoiceNumber);
            List<TableRow> detailsOf = details(invoice, invoiceNumber, parties);
            RowDigests digests = new RowDigests().add(row).add(header);
            linesOf.forEach(digests::add);
            detailsOf.forEach(digests::add);
            rows.add(row);
            headers.add(header);
            lines.addAll(linesOf);
            details.addAll(detailsOf);
            totals.add(total(invoice, invoiceNumber, digests));
            invoiceNumber = invoiceNumber.next();
        }
        InvoiceTable.TABLE.insert(jdbc, rows);
        InvoiceHeaderTable.TABLE.insert(jdbc, headers);
        InvoiceLineTable.TABLE.insert(jdbc, lines);
        InvoiceLineDetailTable.TABLE.insert(jdbc, details);
        new ControlTotals(jdbc, runId).insert(totals);
    }

    /** Returns the rows of the lines of a document. */
    static List<TableRow> lines(Invoice invoice, InvoiceNumber number) {
        return invoice.lines().stream()
                .map(line -> InvoiceLineTable.row(number, line))
                .toList();
    }

    /** Returns the rows of the parts of the lines of a document. */
    static List<TableRow> details(Invoice invoice, InvoiceNumber number, InvoiceParties parties) {
        List<TableRow> rows = new ArrayList<>();
        for (InvoiceLine line : invoice.lines()) {
            String name = parties.workspaceName(line.workspace());
            for (LineDetail detail : line.details()) {
                rows.add(InvoiceLineDetailTable.row(number, rows.size() + 1, line, detail, name));
            }
        }
        return rows;
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
