package io.billingcenter.writers.billing;

import io.billingcenter.domain.time.BillingMonth;
import org.springframework.jdbc.core.JdbcTemplate;

/** Which months take no postings any more: table {@code closed_month}. */
public final class MonthTables {

    private final JdbcTemplate jdbc;

    /** The table of this database. */
    public MonthTables(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Closes the month for postings; a month that is closed stays so. */
    public void seal(BillingMonth month) {
        Integer closed = jdbc.queryForObject(
                "SELECT COUNT(*) FROM closed_month WHERE billing_month = ?", Integer.class, month.toString());
        if (closed == null || closed == 0) {
            jdbc.update("INSERT INTO closed_month (billing_month) VALUES (?)", month.toString());
        }
    }
}
