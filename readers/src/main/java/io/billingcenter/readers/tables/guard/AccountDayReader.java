package io.billingcenter.readers.tables.guard;

import io.billingcenter.domain.guard.AccountDay;
import io.billingcenter.domain.guard.AccountGuard.Sums;
import io.billingcenter.domain.guard.AccountLimits;
import io.billingcenter.domain.guard.DaySum;
import io.billingcenter.domain.guard.UnusualDays;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.schema.guard.AccountDayTable;
import io.billingcenter.schema.guard.UnusualAccountDayTable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** Reads account-days that may be unusual, and the sums with which they are compared. */
public final class AccountDayReader {

    private static final int ACCOUNTS_AT_ONCE = 500;

    /** Only those are found whose charges exceed the smallest day before by the factor: no other can exceed the median. */
    private static final String CANDIDATES = """
            SELECT c.account_id, c.currency, c.billing_day
            FROM (SELECT DISTINCT charge_account FROM rated_day
              WHERE billing_day = ? AND posted = FALSE AND is_current = TRUE AND charge_account IS NOT NULL) n
            JOIN account_day c ON c.account_id = n.charge_account AND c.billing_day = ?
            JOIN account_day h
              ON h.account_id = c.account_id AND h.currency = c.currency AND h.billing_day >= ? AND h.billing_day < ?
            WHERE c.amount > CASE WHEN c.currency = 'USD' THEN CAST(? AS NUMERIC(60,2)) ELSE CAST(? AS NUMERIC(60,2)) END AND h.amount > 0
            GROUP BY c.account_id, c.currency, c.billing_day, c.amount
            HAVING c.amount > CAST(? AS NUMERIC(20,0)) * MIN(h.amount)""";

    private static final String KNOWN = """
            SELECT account_id, currency, billing_day FROM unusual_account_day WHERE billing_day <= ?""";

    private static final String SUMS = """
            SELECT account_id, currency, billing_day, amount, held FROM account_day
            WHERE account_id IN (:accounts) AND billing_day >= :from AND billing_day <= :to""";

    private final JdbcTemplate jdbc;
    private final int longestHistory;

    /**
     * Reads through the template.
     *
     * @param longestHistory number of days before an account-day that are read
     */
    public AccountDayReader(JdbcTemplate jdbc, int longestHistory) {
        this.jdbc = jdbc;
        this.longestHistory = longestHistory;
    }

    /**
     * Returns the account-days to check: those that were rated on one of the days and not posted since, if they may be above the
     * limits, and all that are held as unusual.
     *
     * @param until last billing day
     */
    public Set<AccountDay> toCheck(Collection<BillingDay> rated, BillingDay until, AccountLimits limits) {
        Set<AccountDay> found =
                new HashSet<>(jdbc.query(KNOWN, (row, number) -> AccountDayTable.accountDay(row), until.date()));
        for (BillingDay day : rated) {
            LocalDate date = day.date();
            found.addAll(jdbc.query(
                    CANDIDATES,
                    (row, number) -> AccountDayTable.accountDay(row),
                    date,
                    date,
                    date.minusDays(longestHistory),
                    date,
                    limits.floor().usd(),
                    limits.floor().cny(),
                    BigDecimal.valueOf(limits.factor())));
        }
        return found;
    }

    /** Returns the sums of these account-days and of the days before them. */
    public Sums sums(Collection<AccountDay> days) {
        Sums sums = new Sums();
        if (days.isEmpty()) {
            return sums;
        }
        LocalDate first = days.stream()
                .map(day -> day.day().date())
                .min(Comparator.naturalOrder())
                .orElseThrow();
        LocalDate last = days.stream()
                .map(day -> day.day().date())
                .max(Comparator.naturalOrder())
                .orElseThrow();
        List<String> accounts = List.copyOf(
                new TreeSet<>(days.stream().map(day -> day.account().value()).toList()));
        NamedParameterJdbcTemplate named = new NamedParameterJdbcTemplate(jdbc);
        for (int from = 0; from < accounts.size(); from += ACCOUNTS_AT_ONCE) {
            List<String> some = accounts.subList(from, Math.min(from + ACCOUNTS_AT_ONCE, accounts.size()));
            named.query(SUMS, Map.of("accounts", some, "from", first.minusDays(longestHistory), "to", last), row -> {
                sums.put(
                        AccountDayTable.accountDay(row),
                        new DaySum(AccountDayTable.AMOUNT.get(row), AccountDayTable.HELD.get(row)));
            });
        }
        return sums;
    }

    /** Returns the account-days that are held as unusual, as ratings see them. */
    public UnusualDays held() {
        Map<UnusualDays.Key, String> details = new HashMap<>();
        jdbc.query(
                "SELECT account_id, currency, billing_day, detail FROM unusual_account_day WHERE held = TRUE", row -> {
                    AccountDay day = AccountDayTable.accountDay(row);
                    details.merge(
                            new UnusualDays.Key(day.account(), day.day()),
                            UnusualAccountDayTable.DETAIL.get(row),
                            (one, other) -> one.compareTo(other) <= 0 ? one : other);
                });
        return new UnusualDays(details);
    }

    /** Descriptions of the account-days that are held up to a billing day, for people; oldest first. */
    public List<String> heldDetails(BillingDay until) {
        return jdbc.query("""
                SELECT detail FROM unusual_account_day WHERE held = TRUE AND billing_day <= ?
                ORDER BY billing_day, account_id, currency""", (row, number) -> row.getString(1), until.date());
    }
}
