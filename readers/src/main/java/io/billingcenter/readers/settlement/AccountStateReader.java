package io.billingcenter.readers.settlement;

import io.billingcenter.domain.account.AccountDirectory;
import io.billingcenter.domain.settlement.AccountStates;
import io.billingcenter.domain.settlement.AccountStatus;
import io.billingcenter.domain.settlement.AccountWork;
import io.billingcenter.domain.settlement.LockRules;
import io.billingcenter.domain.settlement.Settlement;
import io.billingcenter.domain.settlement.StatePeriod;
import io.billingcenter.domain.settlement.WalletKey;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.readers.tables.Columns;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * How accounts stand on every day up to one that is not settled yet. What is known by then, a recharge or the word of the
 * account manager, is looked ahead at, so that usage of the day is held or charged as it will turn out.
 */
public final class AccountStateReader {

    private static final int PAGE_ROWS = 200;

    private static final String PERIODS = """
            SELECT account_id, currency, period_number, status, from_day FROM account_state
            ORDER BY account_id, currency, period_number""";

    private static final String CHANGEABLE = """
            SELECT DISTINCT w.account_id FROM wallet w
            WHERE (w.status = 'countdown' AND w.settled_day < ? AND w.status_from <= ?)
               OR (w.status = 'locked' AND w.status_from > w.settled_day)
               OR (w.status = 'locked' AND EXISTS (SELECT 1 FROM account_unlock u
                     WHERE u.account_id = w.account_id AND u.from_day <= ? AND NOT EXISTS (SELECT 1 FROM applied_unlock a
                       WHERE a.account_id = u.account_id AND a.unlock_day = u.from_day)))
            ORDER BY w.account_id""";

    private final JdbcTemplate jdbc;
    private final AccountDirectory directory;
    private final LockRules rules;

    /** Reads by these rules. */
    public AccountStateReader(JdbcTemplate jdbc, AccountDirectory directory, LockRules rules) {
        this.jdbc = jdbc;
        this.directory = directory;
        this.rules = rules;
    }

    /** The states up to a day, its own bills left out. */
    public AccountStates until(BillingDay day) {
        Map<WalletKey, List<StatePeriod>> periods = new HashMap<>();
        jdbc.query(PERIODS, row -> {
            periods.computeIfAbsent(WalletColumns.wallet(row), key -> new ArrayList<>())
                    .add(new StatePeriod(
                            row.getInt("period_number"),
                            Columns.known(AccountStatus.ofCode(row.getString("status")), "status"),
                            Columns.day(row, "from_day")));
        });
        lookAhead(day, periods);
        return new AccountStates(periods);
    }

    private void lookAhead(BillingDay day, Map<WalletKey, List<StatePeriod>> periods) {
        List<String> accounts = jdbc.query(
                CHANGEABLE,
                (row, number) -> row.getString("account_id"),
                day.date(),
                rules.lastFirstDayThatMatters(day).date(),
                day.date());
        Settlement settlement = new Settlement(rules);
        WalletLoader loader = new WalletLoader(jdbc, directory, day, day.minusDays(1));
        for (int from = 0; from < accounts.size(); from += PAGE_ROWS) {
            List<String> page = accounts.subList(from, Math.min(accounts.size(), from + PAGE_ROWS));
            for (AccountWork work : loader.load(page)) {
                for (AccountWork.WalletWork wallet : work.wallets()) {
                    List<StatePeriod> begun = settlement
                            .settle(wallet.state(), wallet.news(), day)
                            .periods();
                    if (!begun.isEmpty()) {
                        periods.computeIfAbsent(wallet.state().key(), key -> new ArrayList<>())
                                .addAll(begun);
                    }
                }
            }
        }
    }
}
