package io.billingcenter.readers.tables.settlement;

import io.billingcenter.domain.account.AccountDirectory;
import io.billingcenter.domain.account.BillingAccountId;
import io.billingcenter.domain.settlement.AccountStates;
import io.billingcenter.domain.settlement.AccountWork;
import io.billingcenter.domain.settlement.Funds;
import io.billingcenter.domain.settlement.LedgerEntryType;
import io.billingcenter.domain.settlement.LockRules;
import io.billingcenter.domain.settlement.Settlement;
import io.billingcenter.domain.settlement.StatePeriod;
import io.billingcenter.domain.settlement.WalletKey;
import io.billingcenter.domain.settlement.WalletResult;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.schema.settlement.AccountStateTable;
import io.billingcenter.schema.settlement.LedgerEntryTable;
import io.billingcenter.schema.settlement.WalletColumns;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/**
 * Reads the states of accounts on every day up to one that is not settled yet. Recharges and unlocks that are known by then
 * are taken into account ahead of their settlement, so that usage of the day is held or charged as it will turn out.
 */
public final class AccountStateReader {

    private static final int PAGE_ROWS = 200;

    private static final String PERIODS =
            AccountStateTable.TABLE.select() + " ORDER BY account_id, currency, period_number";

    private static final String CHANGEABLE = """
            SELECT DISTINCT w.account_id FROM wallet w
            WHERE (w.status = 'countdown' AND w.settled_day < ? AND w.status_from <= ?)
               OR (w.status = 'locked' AND w.status_from > w.settled_day)
               OR (w.status = 'locked' AND EXISTS (SELECT 1 FROM account_unlock u
                     WHERE u.account_id = w.account_id AND u.from_day <= ? AND NOT EXISTS (SELECT 1 FROM applied_unlock a
                       WHERE a.account_id = u.account_id AND a.unlock_day = u.from_day)))
            ORDER BY w.account_id""";

    private static final String OWN_ENTRIES = """
            SELECT account_id, currency, entry_day, movement, amount FROM ledger_entry
            WHERE account_id IN (:accounts) AND side IN ('voucher', 'prepaid_card', 'cash')
            ORDER BY account_id, currency, entry_number""";

    private final JdbcTemplate jdbc;
    private final AccountDirectory directory;
    private final LockRules rules;

    /** Reads by these rules. */
    public AccountStateReader(JdbcTemplate jdbc, AccountDirectory directory, LockRules rules) {
        this.jdbc = jdbc;
        this.directory = directory;
        this.rules = rules;
    }

    /**
     * Returns the states up to a day, its own bills left out.
     *
     * @param fundsOf accounts whose funds matter; few
     */
    public AccountStates until(BillingDay day, Set<BillingAccountId> fundsOf) {
        Map<WalletKey, List<StatePeriod>> periods = new HashMap<>();
        jdbc.query(PERIODS, row -> {
            periods.computeIfAbsent(WalletColumns.wallet(row), key -> new ArrayList<>())
                    .add(AccountStateTable.period(row));
        });
        lookAhead(
                changeable(day),
                day,
                (wallet, addUnsettledDay) -> periods.computeIfAbsent(
                                addUnsettledDay.after().key(), key -> new ArrayList<>())
                        .addAll(addUnsettledDay.periods()));
        return new AccountStates(periods, funds(fundsOf, day));
    }

    private List<String> changeable(BillingDay day) {
        return jdbc.query(
                CHANGEABLE,
                (row, number) -> row.getString("account_id"),
                day.date(),
                rules.lastRelevantStart(day).date(),
                day.date());
    }

    /**
     * Reads the funds of settled days from the ledger, and the balance with which a day begins that is not settled yet.
     */
    private Map<WalletKey, Funds> funds(Set<BillingAccountId> fundsOf, BillingDay day) {
        Map<WalletKey, Funds> funds = new HashMap<>();
        List<String> accounts =
                fundsOf.stream().map(BillingAccountId::value).sorted().toList();
        NamedParameterJdbcTemplate named = new NamedParameterJdbcTemplate(jdbc);
        for (List<String> page : pages(accounts)) {
            named.query(OWN_ENTRIES, Map.of("accounts", page), row -> {
                boolean bill = LedgerEntryTable.MOVEMENT.get(row) == LedgerEntryType.BILL;
                funds.computeIfAbsent(WalletColumns.wallet(row), key -> new Funds())
                        .add(
                                LedgerEntryTable.ENTRY_DAY.get(row),
                                bill,
                                WalletColumns.money(row, LedgerEntryTable.AMOUNT));
            });
        }
        lookAhead(accounts, day, (wallet, addUnsettledDay) -> {
            BillingDay settled = wallet.state().settledDay();
            if (settled == null || settled.isBefore(day)) {
                funds.computeIfAbsent(addUnsettledDay.after().key(), key -> new Funds())
                        .addUnsettledDay(day, addUnsettledDay.after());
            }
        });
        return funds;
    }

    private void lookAhead(
            List<String> accounts, BillingDay day, BiConsumer<AccountWork.WalletWork, WalletResult> use) {
        Settlement settlement = new Settlement(rules);
        WalletLoader loader = new WalletLoader(jdbc, directory, day, day.minusDays(1));
        for (List<String> page : pages(accounts)) {
            for (AccountWork work : loader.load(page)) {
                work.wallets()
                        .forEach(wallet -> use.accept(wallet, settlement.settle(wallet.state(), wallet.events(), day)));
            }
        }
    }

    private static List<List<String>> pages(List<String> accounts) {
        List<List<String>> pages = new ArrayList<>();
        for (int from = 0; from < accounts.size(); from += PAGE_ROWS) {
            pages.add(accounts.subList(from, Math.min(accounts.size(), from + PAGE_ROWS)));
        }
        return pages;
    }
}
