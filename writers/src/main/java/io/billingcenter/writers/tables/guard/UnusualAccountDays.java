package io.billingcenter.writers.tables.guard;

import io.billingcenter.domain.guard.AccountDay;
import io.billingcenter.domain.guard.UnusualDay;
import io.billingcenter.domain.time.BillingDay;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** Stores the account-days that are held as unusual, and the workspace-days that are rated again for them. */
public final class UnusualAccountDays {

    private static final String RELEASED = """
            DELETE FROM unusual_account_day WHERE held = FALSE AND NOT EXISTS (
              SELECT 1 FROM rated_day r WHERE r.billing_day = unusual_account_day.billing_day
                AND r.charge_account = unusual_account_day.account_id AND r.is_current = TRUE AND r.outcome = 'held')""";

    private static final String TASKS = """
            INSERT INTO unusual_task (workspace_id, billing_day)
            SELECT r.workspace_id, r.billing_day FROM unusual_account_day u
            JOIN rated_day r ON r.billing_day = u.billing_day AND r.charge_account = u.account_id AND r.is_current = TRUE
            WHERE u.billing_day <= ? GROUP BY r.workspace_id, r.billing_day""";

    private final JdbcTemplate jdbc;

    /** Writes through the template. */
    public UnusualAccountDays(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Notes what is held of the account-days that were looked at, and forgets those that were released before and are
     * rated again by now; in the caller's transaction.
     *
     * @param lookedAt all account-days that were looked at
     * @param held those of them that are held
     */
    public void store(Collection<AccountDay> lookedAt, Collection<UnusualDay> held, long runId) {
        jdbc.update(RELEASED);
        List<Object[]> keys = lookedAt.stream().map(UnusualAccountDays::key).toList();
        if (!keys.isEmpty()) {
            jdbc.batchUpdate("""
                    UPDATE unusual_account_day SET held = FALSE
                    WHERE account_id = ? AND currency = ? AND billing_day = ?""", keys);
            jdbc.batchUpdate("""
                    UPDATE account_day SET held = FALSE
                    WHERE account_id = ? AND currency = ? AND billing_day = ?""", keys);
        }
        if (!held.isEmpty()) {
            insert(held, runId);
        }
    }

    private void insert(Collection<UnusualDay> held, long runId) {
        List<Object[]> keys = held.stream().map(day -> key(day.key())).toList();
        List<Object[]> rows = new ArrayList<>();
        for (UnusualDay day : held) {
            rows.add(new Object[] {
                day.key().account().value(),
                day.key().day().date(),
                day.key().currency(),
                day.amount(),
                day.stop().fingerprint(),
                day.detail(),
                true,
                runId
            });
        }
        jdbc.batchUpdate(
                "DELETE FROM unusual_account_day WHERE account_id = ? AND currency = ? AND billing_day = ?", keys);
        jdbc.batchUpdate("""
                INSERT INTO unusual_account_day (account_id, billing_day, currency, amount, fingerprint, detail, held, run_id)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)""", rows);
        jdbc.batchUpdate("""
                UPDATE account_day SET held = TRUE WHERE account_id = ? AND currency = ? AND billing_day = ?""", keys);
    }

    /**
     * Lists as work the workspace-days of all account-days that are held, or were until now.
     *
     * @param until last billing day that is looked at
     */
    public void listTasks(BillingDay until) {
        jdbc.update("DELETE FROM unusual_task");
        jdbc.update(TASKS, until.date());
    }

    private static Object[] key(AccountDay day) {
        return new Object[] {day.account().value(), day.currency(), day.day().date()};
    }
}
