package io.billingcenter.readers.tables.billing;

import io.billingcenter.domain.time.BillingDay;
import org.springframework.jdbc.core.JdbcTemplate;

/** The alerts that were raised. */
public final class RaisedAlerts {

    private final JdbcTemplate jdbc;

    /** Reads from that database. */
    public RaisedAlerts(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns the number of alerts of a billing day. */
    public long count(BillingDay day) {
        Long raised =
                jdbc.queryForObject("SELECT COUNT(*) FROM raised_alert WHERE billing_day = ?", Long.class, day.date());
        return raised == null ? 0 : raised;
    }
}
