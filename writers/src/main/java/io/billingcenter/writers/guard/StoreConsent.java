package io.billingcenter.writers.guard;

import io.billingcenter.domain.time.BillingDay;
import org.springframework.jdbc.core.JdbcTemplate;

/** Consent of a person to a day without any traffic: kind {@code store} of table {@code consent}. */
public final class StoreConsent {

    private static final String KIND = "store";

    private final JdbcTemplate jdbc;

    /** Reads and writes through the template, in the transaction of the caller. */
    public StoreConsent(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether somebody has consented to the day. */
    public boolean isGivenFor(BillingDay day) {
        return !jdbc.queryForList("SELECT 1 FROM consent WHERE kind = ? AND subject = ?", KIND, day.toString())
                .isEmpty();
    }

    /**
     * Stores a consent.
     *
     * @param by who gives it
     * @param at when, as text
     */
    public void give(BillingDay day, String reason, String by, String at) {
        jdbc.update(
                "INSERT INTO consent (consent_number, kind, subject, reason, given_by, given_at)"
                        + " SELECT COALESCE(MAX(consent_number), 0) + 1, CAST(? AS VARCHAR(64)), CAST(? AS VARCHAR(64)),"
                        + " CAST(? AS VARCHAR(1000)), CAST(? AS VARCHAR(1000)), CAST(? AS VARCHAR(40)) FROM consent",
                KIND,
                day.toString(),
                reason,
                by,
                at);
    }
}
