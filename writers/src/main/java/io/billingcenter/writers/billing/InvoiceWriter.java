package io.billingcenter.writers.billing;

import io.billingcenter.domain.billing.Invoice;
import io.billingcenter.domain.billing.InvoiceLine;
import io.billingcenter.domain.billing.InvoiceNumber;
import io.billingcenter.domain.settlement.PaidParts;
import io.billingcenter.domain.usage.Meter;
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
        PaidParts paid = invoice.payment().parts();
        jdbc.update(
                """
                INSERT INTO invoice (invoice_number, billing_month, account_id, currency, total, voucher,
                  prepaid_card, cash, cloud, owed, fapiao_amount, state, run_id)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                number,
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
                FINAL,
                runId);
        jdbc.batchUpdate(
                """
                INSERT INTO invoice_line (invoice_number, workspace_id, meter, retention_days, kind, quantity, amount)
                VALUES (?, ?, ?, ?, ?, ?, ?)""", invoice.lines().stream().map(line -> row(number, line)).toList());
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

    private static Object[] row(String number, InvoiceLine line) {
        List<Object> cells = List.of(
                number,
                line.workspace() == null ? NONE : line.workspace().value(),
                line.tier() == null ? NONE : line.tier().meter().code(),
                line.tier() == null ? Meter.FLAT : line.tier().retentionDays(),
                line.kind().code(),
                line.quantity(),
                line.amount().amount());
        return cells.toArray();
    }
}
