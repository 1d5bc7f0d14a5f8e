package io.billingcenter.writers.tables.guard;

import io.billingcenter.domain.guard.AccountDay;
import io.billingcenter.domain.guard.UnusualDay;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.schema.TableRow;
import io.billingcenter.schema.guard.AccountDayTable;
import io.billingcenter.schema.guard.UnusualAccountDayTable;
import java.time.LocalDate;
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
            SELECT r.workspace_id, r.billing_day FROM rated_day r
            WHERE r.billing_day = ? AND r.is_current = TRUE AND r.charge_account IN (
              SELECT u.account_id FROM unusual_account_day u WHERE u.billing_day = ?)""";

    private final JdbcTemplate jdbc;

    /** Writes through the template. */
    public UnusualAccountDays(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Notes the held ones of the account-days that were checked, and forgets those that were released before and are
     * rated again by now; in the caller's transaction.
     *
     * @param checked all account-days that were checked
     * @param held those of them that are held
     */
    public void store(Collection<AccountDay> checked, Collection<UnusualDay> held, long runId) {
        jdbc.update(RELEASED);
        UnusualAccountDayTable.TABLE.update(
                jdbc,
                List.of(UnusualAccountDayTable.HELD),
                UnusualAccountDayTable.KEY,
                checked.stream().map(UnusualAccountDayTable::released).toList());
        markHeld(checked, false);
        insert(held, runId);
    }

    private void insert(Collection<UnusualDay> held, long runId) {
        List<TableRow> rows =
                held.stream().map(day -> UnusualAccountDayTable.row(day, runId)).toList();
        UnusualAccountDayTable.TABLE.delete(jdbc, UnusualAccountDayTable.KEY, rows);
        UnusualAccountDayTable.TABLE.insert(jdbc, rows);
        markHeld(held.stream().map(UnusualDay::key).toList(), true);
    }

    private void markHeld(Collection<AccountDay> days, boolean held) {
        AccountDayTable.TABLE.update(
                jdbc,
                List.of(AccountDayTable.HELD),
                AccountDayTable.KEY,
                days.stream().map(day -> AccountDayTable.row(day, held)).toList());
    }

    /**
     * Lists as work the workspace-days of all account-days that are held, or were until now.
     *
     * @param until last billing day
     */
    public void listTasks(BillingDay until) {
        jdbc.update("DELETE FROM unusual_task");
        List<LocalDate> days = jdbc.query(
                "SELECT DISTINCT billing_day FROM unusual_account_day WHERE billing_day <= ? ORDER BY billing_day",
                (row, number) -> row.getObject(1, LocalDate.class),
                until.date());
        days.forEach(day -> jdbc.update(TASKS, day, day));
    }
}
