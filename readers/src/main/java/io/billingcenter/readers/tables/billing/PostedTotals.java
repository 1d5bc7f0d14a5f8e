package io.billingcenter.readers.tables.billing;

import io.billingcenter.domain.time.BillingDay;
import java.math.BigDecimal;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** Sums of postings. */
public final class PostedTotals {

    /**
     * The postings of a day in one currency.
     *
     * @param currency ISO 4217 code
     * @param lines number of postings
     * @param accounts number of accounts
     * @param amount sum, in the currency
     */
    public record Total(String currency, long lines, long accounts, BigDecimal amount) {}

    private final JdbcTemplate jdbc;

    /** Reads from that database. */
    public PostedTotals(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns the sums under a posted day, by currency. */
    public List<Total> under(BillingDay postedDay) {
        return jdbc.query(
                """
                SELECT currency, COUNT(*) AS posting_count, COUNT(DISTINCT account_id) AS account_count,
                  SUM(amount) AS total
                FROM posting WHERE posted_day = ? GROUP BY currency ORDER BY currency""",
                (row, number) -> new Total(
                        row.getString("currency"),
                        row.getLong("posting_count"),
                        row.getLong("account_count"),
                        row.getBigDecimal("total")),
                postedDay.date());
    }
}
