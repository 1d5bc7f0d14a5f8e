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
    private final long runId;

    /** Issues invoices of that series. */
    public InvoiceWriter(JdbcTemplate jdbc, String series, long runId) {
        this.jdbc = jdbc;
        this.series = series;
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
        List<TableRow> lines = new ArrayList<>();
        List<ControlTotal> totals = new ArrayList<>();
        for (Invoice invoice : invoices) {
            InvoiceNumber invoiceNumber = new InvoiceNumber(series, year, number);
            TableRow row = InvoiceTable.row(invoice, invoiceNumber, runId);
            RowDigests digests = new RowDigests().add(row);
            rows.add(row);
            for (InvoiceLine line : invoice.lines()) {
                TableRow lineRow = InvoiceLineTable.row(invoiceNumber, line);
                digests.add(lineRow);
                lines.add(lineRow);
            }
            totals.add(total(invoice, invoiceNumber, digests));
            number++;
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
