package io.billingcenter.readers.tables.report;

import io.billingcenter.domain.invoicing.DocumentKind;
import io.billingcenter.domain.report.RunReport.Billed;
import io.billingcenter.domain.report.RunReport.History.Amounts;
import io.billingcenter.domain.report.RunReport.Invoiced;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.schema.billing.PostingTable;
import io.billingcenter.schema.invoicing.InvoiceTable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads the amounts that were posted and invoiced. */
final class MoneyFigures {

    private static final String BILLED = """
            SELECT currency, COUNT(*) AS line_count, COUNT(DISTINCT account_id) AS accounts,
              SUM(CASE WHEN kind = 'usage' THEN amount ELSE 0 END) AS usage_amount,
              SUM(CASE WHEN kind = 'adjustment' THEN amount ELSE 0 END) AS adjustments, SUM(CASE WHEN kind = 'credit' THEN amount ELSE 0 END) AS credits, SUM(amount) AS amount
            FROM posting WHERE posted_day >= ? AND posted_day < ? GROUP BY currency ORDER BY currency""";

    private final JdbcTemplate jdbc;
    private final ReportScope scope;

    MoneyFigures(JdbcTemplate jdbc, ReportScope scope) {
        this.jdbc = jdbc;
        this.scope = scope;
    }

    List<Billed> billed() {
        return jdbc.query(
                BILLED,
                (row, n) -> {
                    BigDecimal amount = row.getBigDecimal("amount");
                    BigDecimal usage = row.getBigDecimal("usage_amount");
                    BigDecimal adjustments = row.getBigDecimal("adjustments");
                    BigDecimal credits = row.getBigDecimal("credits");
                    return new Billed(
                            row.getString("currency"),
                            row.getLong("line_count"),
                            row.getLong("accounts"),
                            usage,
                            adjustments,
                            amount.subtract(usage).subtract(adjustments).subtract(credits),
                            credits,
                            amount);
                },
                scope.postedFrom(),
                scope.postedEnd());
    }

    List<Invoiced> invoiced() {
        return jdbc.query(
                """
                SELECT document, currency, COUNT(*), MIN(invoice_number), MAX(invoice_number), SUM(total) FROM invoice
                WHERE billing_month = ? GROUP BY document, currency ORDER BY document DESC, currency""",
                (row, n) -> new Invoiced(
                        InvoiceTable.DOCUMENT.get(row) == DocumentKind.CREDIT_NOTE,
                        row.getString(2),
                        row.getLong(3),
                        row.getString(4),
                        row.getString(5),
                        row.getBigDecimal(6)),
                scope.period().toString());
    }

    /** Returns the amounts of each day of the history, by currency. */
    List<Amounts> daily() {
        List<BillingDay> days = scope.history();
        Map<String, Map<BillingDay, BigDecimal>> found = new TreeMap<>();
        jdbc.query(
                "SELECT posted_day, currency, SUM(amount) AS amount FROM posting WHERE posted_day >= ? AND posted_day < ?"
                        + " GROUP BY posted_day, currency",
                row -> {
                    found.computeIfAbsent(row.getString("currency"), key -> new HashMap<>())
                            .put(PostingTable.POSTED_DAY.get(row), row.getBigDecimal("amount"));
                },
                days.get(0).date(),
                scope.postedEnd());
        List<Amounts> amounts = new ArrayList<>();
        found.forEach((currency, byDay) -> amounts.add(new Amounts(
                currency,
                days.stream()
                        .map(day -> byDay.getOrDefault(day, BigDecimal.ZERO))
                        .toList())));
        return amounts;
    }
}
