package io.billingcenter.writers.tables.guard;

import io.billingcenter.domain.time.BillingDay;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The sums of usage charges by account and billing day: table {@code account_day}. They are made of the ratings in force,
 * never of postings, and a whole billing day at once, so that a repeat gives the same.
 */
public final class AccountDaySums {

    private static final String SUMS = """
            INSERT INTO account_day (account_id, currency, billing_day, amount, workspace_days, held)
            SELECT charge_account, charge_currency, billing_day, SUM(charge_amount), COUNT(*),
              CASE WHEN SUM(CASE WHEN outcome = 'held' THEN 1 ELSE 0 END) > 0 THEN TRUE ELSE FALSE END
            FROM rated_day WHERE is_current = TRUE AND charge_account IS NOT NULL %s
            GROUP BY charge_account, charge_currency, billing_day""";

    private static final String RATED_SINCE = """
            SELECT DISTINCT billing_day FROM rated_day
            WHERE posted = FALSE AND is_current = TRUE AND billing_day <= ? ORDER BY billing_day""";

    private final JdbcTemplate jdbc;

    /** Writes through the template. */
    public AccountDaySums(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Fills the table from the ratings of a database that an older program wrote; in the caller's transaction. A repeat gives
     * the same.
     */
    public void fillFromHistory() {
        jdbc.update("DELETE FROM account_day");
        jdbc.update(SUMS.formatted(""));
    }

    /**
     * Brings the sums of all billing days up to date that were rated since they were posted last; fills the table first if
     * it is empty beside ratings.
     *
     * @param until last billing day
     * @return these billing days, oldest first
     */
    public List<BillingDay> refresh(BillingDay until) {
        if (has("SELECT 1 FROM rated_day FETCH FIRST 1 ROWS ONLY")
                && !has("SELECT 1 FROM account_day FETCH FIRST 1 ROWS ONLY")) {
            fillFromHistory();
        }
        List<LocalDate> days =
                jdbc.query(RATED_SINCE, (row, number) -> row.getObject(1, LocalDate.class), until.date());
        for (LocalDate day : days) {
            jdbc.update("DELETE FROM account_day WHERE billing_day = ?", day);
            jdbc.update(SUMS.formatted("AND billing_day = ?"), day);
        }
        return days.stream().map(BillingDay::new).toList();
    }

    private boolean has(String sql) {
        return !jdbc.queryForList(sql).isEmpty();
    }
}
