package io.billingcenter.readers.tables.guard;

import io.billingcenter.domain.time.BillingDay;
import java.time.LocalDate;
import org.springframework.jdbc.core.JdbcTemplate;

/** The workspace-days that are held: usage, late files and fees. */
public final class HeldDays {

    private final JdbcTemplate jdbc;

    /** Reads through the template. */
    public HeldDays(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns the number of held workspace-days up to a billing day, that day included. */
    public long upTo(BillingDay day) {
        LocalDate until = day.date();
        Long held = jdbc.queryForObject("""
                SELECT COUNT(*) FROM (
                  SELECT r.workspace_id, r.billing_day FROM rated_day r
                  WHERE r.is_current = TRUE AND r.outcome = 'held' AND r.billing_day <= ?
                  UNION
                  SELECT l.workspace_id, l.billing_day FROM late_day l WHERE l.billing_day <= ?
                  UNION
                  SELECT f.workspace_id, f.billing_day FROM fee_hold f WHERE f.billing_day <= ?) h""", Long.class, until, until, until);
        return held == null ? 0 : held;
    }
}
