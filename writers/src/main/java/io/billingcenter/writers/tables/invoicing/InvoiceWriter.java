package io.billingcenter.writers.tables.invoicing;

import io.billingcenter.domain.invoicing.Invoice;
import io.billingcenter.domain.invoicing.InvoiceLine;
import io.billingcenter.domain.invoicing.InvoiceNumber;
import io.billingcenter.domain.reconciliation.ControlStage;
import io.billingcenter.domain.reconciliation.ControlTotal;
import io.billingcenter.domain.settlement.PaymentParts;
import io.billingcenter.domain.usage.Meter;
import io.billingcenter.schema.digest.DigestedTable;
import io.billingcenter.schema.digest.RowDigests;
import io.billingcenter.writers.tables.reconciliation.ControlTotals;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Issues invoices: gives each the next number of its series and year, in the transaction that stores it, so that a crash
 * leaves no gap. One thread at a time.
 */
public final class InvoiceWriter implements ItemWriter<Invoice> {

    private static final String FINAL = "final";
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
        String number = nextNumber(invoice.month().month().getYear()).toString();
        PaymentParts paid = invoice.payment().parts();
        Object[] cells = {
            invoice.month().toString(),
            invoice.account().value(),
            invoice.currency().getCurrencyCode(),
            invoice.total().amount(),
            paid.voucher().amount(),
            paid.prepaidCard().amount(),
            paid.cash().amount(),
            paid.cloud().amount(),
            paid.owed().amount(),
            invoice.payment().fapiao().amount(),
            FINAL
        };
        List<Object[]> lines =
                invoice.lines().stream().map(InvoiceWriter::cells).toList();
        jdbc.update("""
                INSERT INTO invoice (billing_month, account_id, currency, total, voucher, prepaid_card, cash, cloud, owed,
                  fapiao_amount, state, invoice_number, run_id)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", with(cells, number, runId));
        jdbc.batchUpdate("""
                INSERT INTO invoice_line (workspace_id, meter, retention_days, kind, quantity, amount, invoice_number)
                VALUES (?, ?, ?, ?, ?, ?, ?)""", lines.stream().map(line -> with(line, number)).toList());
        new ControlTotals(jdbc, runId).insert(List.of(total(invoice, number, cells, lines)));
    }

    private static ControlTotal total(Invoice invoice, String number, Object[] cells, List<Object[]> lines) {
        RowDigests evidence = new RowDigests().add(DigestedTable.INVOICE, cells);
        lines.forEach(line -> evidence.add(DigestedTable.INVOICE_LINE, line));
        return new ControlTotal(
                ControlStage.INVOICED,
                NONE,
                invoice.month().firstDay().date(),
                1,
                number,
                invoice.currency().getCurrencyCode(),
                null,
                lines.size(),
                invoice.lines().stream().map(InvoiceLine::quantity).reduce(BigDecimal.ZERO, BigDecimal::add),
                invoice.total().amount(),
                evidence.parts());
    }

    /** The cells, and what follows them in the table. */
    private static Object[] with(Object[] cells, Object... more) {
        Object[] row = Arrays.copyOf(cells, cells.length + more.length);
        System.arraycopy(more, 0, row, cells.length, more.length);
        return row;
    }

    private InvoiceNumber nextNumber(int year) {
        int known = jdbc.update(
                "UPDATE number_series SET last_number = last_number + 1 WHERE series = ? AND number_year = ?",
                series,
                year);
        if (known == 0) {
            jdbc.update("INSERT INTO number_series (series, number_year, last_number) VALUES (?, ?, 1)", series, year);
        }
        Long number = jdbc.queryForObject(
                "SELECT last_number FROM number_series WHERE series = ? AND number_year = ?", Long.class, series, year);
        return new InvoiceNumber(series, year, number == null ? 1 : number);
    }

    private static Object[] cells(InvoiceLine line) {
        List<Object> cells = List.of(
                line.workspace() == null ? NONE : line.workspace().value(),
                line.tier() == null ? NONE : line.tier().meter().code(),
                line.tier() == null ? Meter.FLAT : line.tier().retentionDays(),
                line.kind().code(),
                line.quantity(),
                line.amount().amount());
        return cells.toArray();
    }
}
