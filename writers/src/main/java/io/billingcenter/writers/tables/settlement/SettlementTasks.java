package io.billingcenter.writers.tables.settlement;

import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.schema.settlement.SettledDayTable;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** Lists the accounts that are to be settled, in table {@code settlement_task}, and notes settled days. */
public final class SettlementTasks {

    /** Finds the accounts with changed bills, new means of payment or unlocks. */
    private static final String NEWS = """
              SELECT account_id FROM settlement_due WHERE posted_day <= :until
              UNION
              SELECT v.account_id FROM voucher v WHERE v.activated <= :until AND NOT EXISTS (
                SELECT 1 FROM ledger_entry e WHERE e.request_id = 'grant:' || v.voucher_id AND e.leg = 1)
              UNION
              SELECT c.account_id FROM prepaid_card c WHERE c.purchased <= :until AND NOT EXISTS (
                SELECT 1 FROM ledger_entry e WHERE e.request_id = 'purchase:' || c.card_id AND e.leg = 1)
              UNION
              SELECT r.account_id FROM recharge r WHERE r.posted_day <= :until AND NOT EXISTS (
                SELECT 1 FROM ledger_entry e WHERE e.request_id = 'recharge:' || r.recharge_id AND e.leg = 1)
              UNION
              SELECT u.account_id FROM account_unlock u WHERE u.from_day <= :until AND NOT EXISTS (
                SELECT 1 FROM applied_unlock a WHERE a.account_id = u.account_id AND a.unlock_day = u.from_day)""";

    private static final String LIST = """
            INSERT INTO settlement_task (account_id)
            SELECT w.account_id FROM (
              %s
              UNION
              SELECT b.account_id FROM wallet_balance b WHERE b.expires <= :until AND b.balance > 0
              UNION
              SELECT s.account_id FROM wallet s
              WHERE s.status = 'countdown' OR (s.status = 'locked' AND s.status_from > s.settled_day)) w
            WHERE NOT EXISTS (SELECT 1 FROM settlement_task t WHERE t.account_id = w.account_id)""".formatted(NEWS);

    /**
     * Inserts the bills that are paid anew. Accounts that are due for a countdown or an expiry only are left out: their
     * payments would be the same.
     */
    private static final String PAY_ANEW = """
            INSERT INTO settlement_due (account_id, posted_day, workspace_id)
            SELECT DISTINCT e.account_id, e.bill_day, '' FROM ledger_entry e
            WHERE e.bill_day = :until AND e.movement = 'bill' AND e.run_id IN (:runs)
              AND e.account_id IN (%s)
              AND NOT EXISTS (SELECT 1 FROM settlement_due d
                WHERE d.account_id = e.account_id AND d.posted_day = e.bill_day AND d.workspace_id = '')""".formatted(NEWS);

    private final NamedParameterJdbcTemplate jdbc;

    /** Works through the template. */
    public SettlementTasks(JdbcTemplate jdbc) {
        this.jdbc = new NamedParameterJdbcTemplate(jdbc);
    }

    /** Lists the accounts that are to be settled up to a day; those listed before stay. */
    public void list(BillingDay until) {
        jdbc.update(LIST, Map.of("until", until.date()));
    }

    /**
     * Marks bills of a day that unfinished runs paid to be paid anew, of the accounts that have got something since.
     *
     * @param unfinished the runs that did not finish
     */
    public void payAnew(BillingDay day, List<Long> unfinished) {
        if (!unfinished.isEmpty()) {
            jdbc.update(PAY_ANEW, Map.of("until", day.date(), "runs", unfinished));
        }
    }

    /** Notes that all accounts are settled for the day. */
    public void noteSettled(BillingDay day, long runId) {
        Integer known = jdbc.queryForObject(
                "SELECT COUNT(*) FROM settled_day WHERE posted_day = :day", Map.of("day", day.date()), Integer.class);
        if (known == null || known == 0) {
            SettledDayTable.TABLE.insert(
                    jdbc.getJdbcTemplate(),
                    SettledDayTable.TABLE
                            .row()
                            .set(SettledDayTable.POSTED_DAY, day)
                            .set(SettledDayTable.RUN_ID, runId));
        }
    }

    /** Returns the last day for which all accounts were settled; null before the first. */
    public @Nullable BillingDay lastSettled() {
        LocalDate last =
                jdbc.getJdbcTemplate().queryForObject("SELECT MAX(posted_day) FROM settled_day", LocalDate.class);
        return last == null ? null : new BillingDay(last);
    }
}
