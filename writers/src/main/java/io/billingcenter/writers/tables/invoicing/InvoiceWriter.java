package io.billingcenter.writers.tables.invoicing;

import io.billingcenter.domain.invoicing.Invoice;
import io.billingcenter.domain.invoicing.InvoiceLine;
import io.billingcenter.domain.invoicing.InvoiceNumber;
import io.billingcenter.domain.invoicing.InvoiceParties;
import io.billingcenter.domain.invoicing.LineDetail;
import io.billingcenter.domain.reconciliation.ControlStage;
import io.billingcenter.domain.reconciliation.ControlTotal;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.schema.TableRow;
import io.billingcenter.schema.digest.RowDigests;
import io.billingcenter.schema.invoicing.InvoiceHeaderTable;
import io.billingcenter.schema.invoicing.InvoiceLineDetailTable;
import io.billingcenter.schema.invoicing.InvoiceLineTable;
import io.billingcenter.schema.invoicing.InvoiceTable;
import io.billingcenter.schema.invoicing.NumberSeriesTable;
import io.billingcenter.writers.tables.reconciliation.ControlTotals;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Issues invoices: gives each the next number of its series and year, in the transaction that stores it, so that a crash
 * leaves no gap. The numbers of a chunk are taken together. One thread at a time.
 */
public final class InvoiceWriter implements ItemWriter<Invoice> {

    private static final String NONE = "";

    private final JdbcTemplate jdbc;
    private final String series;
    private final InvoiceParties parties;
    private final BillingDay invoiceDate;
    private final long runId;

    /**
     * Issues invoices of that series.
     *
     * @param parties names that are stored with the invoices
     * @param invoiceDate date of the invoices
     */
    public InvoiceWriter(JdbcTemplate jdbc, String series, InvoiceParties parties, BillingDay invoiceDate, long runId) {
        this.jdbc = jdbc;
        this.series = series;
        this.parties = parties;
        this.invoiceDate = invoiceDate;
        this.runId = runId;
    }

    @Override
    public void write(Chunk<? extends Invoice> invoices) {
        Map<Integer, List<Invoice>> years = new LinkedHashMap<>();
        for (Invoice invoice : invoices) {
            years.computeIfAbsent(invoice.month().month().getYear(), year -> new ArrayList<>())
                    .add(invoice);
        }
        years.forEach(this::issue);
    }

    private void issue(int year, List<Invoice> invoices) {
        long number = takeNumbers(year, invoices.size());
        List<TableRow> rows = new ArrayList<>();
        List<TableRow> headers = new ArrayList<>();
        List<TableRow> lines = new ArrayList<>();
        List<TableRow> details = new ArrayList<>();
        List<ControlTotal> totals = new ArrayList<>();
        for (Invoice invoice : invoices) {
            InvoiceNumber invoiceNumber = new InvoiceNumber(series, year, number);
            TableRow row = InvoiceTable.row(invoice, invoiceNumber, runId);
            TableRow header = InvoiceHeaderTable.row(invoiceNumber, parties.header(invoice, invoiceDate));
            List<TableRow> linesOf = lines(invoice, invoiceNumber);
            List<TableRow> detailsOf = details(invoice, invoiceNumber);
            RowDigests digests = new RowDigests().add(row).add(header);
            linesOf.forEach(digests::add);
            detailsOf.forEach(digests::add);
            rows.add(row);
            headers.add(header);
            lines.addAll(linesOf);
            details.addAll(detailsOf);
            totals.add(total(invoice, invoiceNumber, digests));
            number++;
        }
        InvoiceTable.TABLE.insert(jdbc, rows);
        InvoiceHeaderTable.TABLE.insert(jdbc, headers);
        InvoiceLineTable.TABLE.insert(jdbc, lines);
        InvoiceLineDetailTable.TABLE.insert(jdbc, details);
        new ControlTotals(jdbc, runId).insert(totals);
    }

    private static List<TableRow> lines(Invoice invoice, InvoiceNumber number) {
        return invoice.lines().stream()
                .map(line -> InvoiceLineTable.row(number, line))
                .toList();
    }

    private List<TableRow> details(Invoice invoice, InvoiceNumber number) {
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

    /** Takes that many numbers, and returns the first of them. */
    private long takeNumbers(int year, int count) {
        int known = jdbc.update(
                "UPDATE number_series SET last_number = last_number + ? WHERE series = ? AND number_year = ?",
                count,
                series,
                year);
        if (known == 0) {
            NumberSeriesTable.TABLE.insert(jdbc, NumberSeriesTable.row(series, year, count));
            return 1;
        }
        Long last = jdbc.queryForObject(
                "SELECT last_number FROM number_series WHERE series = ? AND number_year = ?", Long.class, series, year);
        return Objects.requireNonNull(last, "a series that was updated") - count + 1;
    }
}
