package io.billingcenter.readers.tables.invoicing;

import io.billingcenter.domain.delivery.InvoiceLayout;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.time.BillingMonth;
import io.billingcenter.schema.invoicing.MonthCloseTable;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads the terms under which the invoices of closed months were issued. */
public final class IssueTermsReader {

    private static final String INVOICE_DATE =
            "SELECT invoice_date FROM month_close WHERE billing_month = ? AND invoice_date IS NOT NULL";

    // A month that an older program has closed has no layout, and its files have the first one.
    private static final String LAYOUTS = """
            SELECT closed.billing_month, COALESCE(m.invoice_layout, o.invoice_layout, 1) AS invoice_layout
            FROM (SELECT billing_month FROM closed_month UNION SELECT billing_month FROM month_closed_outside) closed
            LEFT JOIN month_close m ON m.billing_month = closed.billing_month
            LEFT JOIN month_closed_outside o ON o.billing_month = closed.billing_month
            """;

    private final JdbcTemplate jdbc;

    /** Reads through the template. */
    public IssueTermsReader(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns the date of the invoices of a month; empty if it is open or an older program has closed it. */
    public Optional<BillingDay> invoiceDate(BillingMonth month) {
        return jdbc
                .query(INVOICE_DATE, (row, number) -> MonthCloseTable.INVOICE_DATE.get(row), month.toString())
                .stream()
                .findFirst();
    }

    /** Returns the layout of the files of a month; empty if it is open. */
    public Optional<InvoiceLayout> layout(BillingMonth month) {
        return layouts(LAYOUTS + "WHERE closed.billing_month = ?", month.toString()).stream()
                .findFirst();
    }

    /** Returns the layout of the last month that was closed; empty if none was. */
    public Optional<InvoiceLayout> lastLayout() {
        return layouts(LAYOUTS + "ORDER BY closed.billing_month DESC FETCH FIRST 1 ROWS ONLY").stream()
                .findFirst();
    }

    private List<InvoiceLayout> layouts(String query, Object... arguments) {
        return jdbc.query(query, (row, number) -> layout(MonthCloseTable.INVOICE_LAYOUT.get(row)), arguments);
    }

    private static InvoiceLayout layout(int version) {
        return InvoiceLayout.ofVersion(version)
                .orElseThrow(() -> new IllegalStateException("Expected a layout of invoices of this version, found "
                        + version + ": the database belongs to another version of the program"));
    }
}
