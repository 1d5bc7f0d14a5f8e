package io.billingcenter.readers.tables.invoicing;

import io.billingcenter.domain.invoicing.DocumentKind;
import io.billingcenter.schema.invoicing.InvoiceTable;
import io.billingcenter.schema.invoicing.MonthCloseTable;
import java.math.BigDecimal;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** Sums of invoices, and the open items with which a month was closed. */
public final class InvoiceTotals {

    /**
     * The invoices of a month in one currency.
     *
     * @param currency ISO 4217 code
     * @param invoices number of invoices
     * @param amount sum, in the currency
     * @param firstNumber the first number
     * @param lastNumber the last number
     */
    public record Total(String currency, long invoices, BigDecimal amount, String firstNumber, String lastNumber) {}

    /**
     * The open items that a person accepted for a close.
     *
     * @param names names of the items, separated by commas
     * @param reason the person's reason
     */
    public record Accepted(String names, String reason) {}

    private final JdbcTemplate jdbc;

    /** Reads through the template. */
    public InvoiceTotals(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Returns the sums of the documents of a kind in a month, by currency.
     *
     * @param month billing month, like 2026-10
     */
    public List<Total> of(DocumentKind document, String month) {
        return jdbc.query(
                """
                SELECT currency, COUNT(*) AS invoices, SUM(total) AS amount, MIN(invoice_number) AS first_number,
                  MAX(invoice_number) AS last_number
                FROM invoice WHERE document = ? AND billing_month = ? GROUP BY currency ORDER BY currency""",
                (row, number) -> new Total(
                        InvoiceTable.CURRENCY.get(row).getCurrencyCode(),
                        row.getLong("invoices"),
                        row.getBigDecimal("amount"),
                        row.getString("first_number"),
                        row.getString("last_number")),
                document.code(),
                month);
    }

    /**
     * Returns the open items that were accepted when a month was closed; none when there were none.
     *
     * @param month billing month, like 2026-10
     */
    public List<Accepted> acceptance(String month) {
        return jdbc.query(
                "SELECT accepted, reason FROM month_close WHERE billing_month = ? AND accepted <> ''",
                (row, number) -> new Accepted(MonthCloseTable.ACCEPTED.get(row), MonthCloseTable.REASON.get(row)),
                month);
    }
}
