package io.billingcenter.readers.tables.focus;

import io.billingcenter.domain.time.BillingMonth;
import java.time.LocalDate;
import java.time.YearMonth;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Tells which entries of the ledger count for the invoices of a month. An entry that was made after the invoices, with a day
 * before their end, counts for the month after it.
 */
final class MonthRuns {

    private final JdbcTemplate jdbc;
    private final LocalDate from;
    private final LocalDate to;
    private final long closed;
    private final long closedBefore;

    MonthRuns(JdbcTemplate jdbc, BillingMonth month) {
        this.jdbc = jdbc;
        this.from = month.firstDay().date();
        this.to = month.endExclusive().date();
        this.closed = closingRun(month.toString());
        this.closedBefore = closingRun(YearMonth.from(from).minusMonths(1).toString());
    }

    /** Voided invoices were issued by the run that closed the month, and those in their place by later ones. */
    private long closingRun(String month) {
        Long run = jdbc.queryForObject(
                """
                SELECT MIN(run_id) FROM (
                  SELECT run_id FROM invoice WHERE billing_month = ? AND document = 'invoice'
                  UNION ALL SELECT run_id FROM voided_invoice WHERE billing_month = ?) i""", (row, number) -> row.getObject(1) == null ? Long.MAX_VALUE : row.getLong(1), month, month);
        return run == null ? Long.MAX_VALUE : run;
    }

    /** Returns whether a purchase or an expiry counts. */
    boolean counts(LocalDate day, long run) {
        boolean isOfMonth = !day.isBefore(from) && day.isBefore(to) && run <= closed;
        boolean cameLate = !day.isBefore(from.minusMonths(1)) && day.isBefore(from) && run > closedBefore;
        return isOfMonth || (cameLate && run <= closed);
    }

    /** Returns whether an entry that cleared arrears of a bill of the month counts. */
    boolean clears(LinePaymentParts.Entry entry) {
        return !jdbc.query(
                        "SELECT 1 FROM ledger_entry WHERE account_id = ? AND currency = ? AND entry_number = ?"
                                + " AND entry_day < ? AND run_id <= ?",
                        (row, number) -> row.getInt(1),
                        entry.account(),
                        entry.currency(),
                        entry.number(),
                        to,
                        closed)
                .isEmpty();
    }
}
