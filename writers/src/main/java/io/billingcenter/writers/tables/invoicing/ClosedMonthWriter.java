package io.billingcenter.writers.tables.invoicing;

import io.billingcenter.domain.invoicing.MonthClosedException;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.time.BillingMonth;
import io.billingcenter.schema.invoicing.ClosedMonthTable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Writes the months that take no postings any more: table {@code closed_month}. */
public final class ClosedMonthWriter {

    private final JdbcTemplate jdbc;

    /** Works through the template. */
    public ClosedMonthWriter(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Closes the month for postings; a month that is closed stays so. */
    public void seal(BillingMonth month) {
        if (!isClosed(month)) {
            ClosedMonthTable.TABLE.insert(
                    jdbc, ClosedMonthTable.TABLE.row().set(ClosedMonthTable.BILLING_MONTH, month));
        }
    }

    /**
     * Checks that postings may be made under the day.
     *
     * @throws MonthClosedException when its month is closed
     */
    public void requireOpen(BillingDay postedDay) {
        if (isClosed(postedDay.month())) {
            throw new MonthClosedException(postedDay);
        }
    }

    private boolean isClosed(BillingMonth month) {
        Integer closed = jdbc.queryForObject(
                "SELECT COUNT(*) FROM closed_month WHERE billing_month = ?", Integer.class, month.toString());
        return closed != null && closed > 0;
    }
}
