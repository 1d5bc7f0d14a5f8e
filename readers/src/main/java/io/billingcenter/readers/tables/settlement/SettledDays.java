package io.billingcenter.readers.tables.settlement;

import io.billingcenter.domain.time.BillingDay;
import org.springframework.jdbc.core.JdbcTemplate;

/** The days up to which bills are settled. */
public final class SettledDays {

    private final JdbcTemplate jdbc;

    /** The settled days of this database. */
    public SettledDays(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns whether that posted day, or a later one, was settled. */
    public boolean isSettled(BillingDay day) {
        Integer settled = jdbc.queryForObject(
                "SELECT COUNT(*) FROM settled_day WHERE posted_day >= ?", Integer.class, day.date());
        return settled != null && settled > 0;
    }
}
