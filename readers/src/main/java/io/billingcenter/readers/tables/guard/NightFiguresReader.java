package io.billingcenter.readers.tables.guard;

import io.billingcenter.domain.guard.AccountNight;
import io.billingcenter.domain.guard.NightFigures;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.time.DayRange;
import io.billingcenter.readers.tables.paging.WorkspaceRange;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Reads what a night is about to post, from the ratings in force that are not posted: the same differences, by the same
 * keys, as posting makes, but added up.
 */
public final class NightFiguresReader {

    private static final String HISTORY = """
            SELECT currency, billing_day, SUM(amount) AS amount FROM account_day
            WHERE billing_day >= ? AND billing_day < ? AND held = FALSE
            GROUP BY currency, billing_day HAVING SUM(amount) > 0 ORDER BY currency, billing_day""";

    private static final String OF_THE_DAY = """
            SELECT account_id, currency, amount, workspace_days FROM account_day WHERE billing_day = ?
            ORDER BY account_id, currency""";

    private static final String STILL_TO_POST = """
            SELECT DISTINCT charge_currency FROM rated_day
            WHERE billing_day = ? AND posted = FALSE AND is_current = TRUE AND charge_account IS NOT NULL""";

    /** Held by a rating that no night has finished yet, and not by the one before it. */
    private static final String NEWLY_HELD = """
            SELECT r.charge_account, r.charge_currency, SUM(r.charge_amount) AS amount FROM rated_day r
            WHERE r.posted = FALSE AND r.is_current = TRUE AND r.outcome = 'held' AND r.charge_account IS NOT NULL
              AND r.billing_day >= ? AND r.billing_day < ? AND r.workspace_id >= ? AND r.workspace_id <= ?
              AND NOT EXISTS (SELECT 1 FROM rated_day h WHERE h.workspace_id = r.workspace_id
                AND h.billing_day = r.billing_day AND h.posted = TRUE AND h.outcome = 'held'
                AND h.charge_account = r.charge_account)
            GROUP BY r.charge_account, r.charge_currency ORDER BY r.charge_account, r.charge_currency""";

    private final JdbcTemplate jdbc;
    private final BillingDay day;
    private final Object[] scope;
    private final AdjustmentReader adjustments;

    /**
     * Figures of a night.
     *
     * @param day billing day of the run
     * @param billed billing days that the run posts
     * @param workspaces workspaces that it posts
     */
    public NightFiguresReader(JdbcTemplate jdbc, BillingDay day, DayRange billed, WorkspaceRange workspaces) {
        this.jdbc = jdbc;
        this.day = day;
        this.scope = new Object[] {
            billed.from().date(),
            Objects.requireNonNull(billed.to(), "a last day").date(),
            workspaces.first(),
            workspaces.last()
        };
        this.adjustments = new AdjustmentReader(jdbc, billed, workspaces);
    }

    /** Adjustments of one account in one currency, of usage or of fees; magnitudes. */
    public record Adjustments(String account, String currency, BigDecimal below, BigDecimal above, long daysBelow) {}

    /** Returns the adjustments of usage that posting is about to make, by account and currency. */
    public List<Adjustments> adjustments() {
        return adjustments.read();
    }

    /**
     * Returns the figures, by currency.
     *
     * @param fees adjustments of fees
     * @param historyDays number of billing days before the day of the run that are compared
     */
    public List<NightFigures> figures(List<Adjustments> fees, int historyDays) {
        Map<String, Currency> currencies = new TreeMap<>();
        List<Adjustments> all = new ArrayList<>(adjustments());
        all.addAll(fees);
        for (Adjustments more : all) {
            of(currencies, more.currency())
                    .change(more.account(), a -> a.plusAdjustments(more.below(), more.above(), more.daysBelow()));
        }
        jdbc.query(
                OF_THE_DAY,
                row -> {
                    BigDecimal amount = row.getBigDecimal("amount");
                    Currency currency = of(currencies, row.getString("currency"));
                    currency.accountsCharged++;
                    currency.workspaceDaysCharged += row.getLong("workspace_days");
                    currency.change(row.getString("account_id"), account -> account.plusUsage(amount));
                },
                day.date());
        jdbc.query(
                NEWLY_HELD,
                row -> {
                    BigDecimal amount = row.getBigDecimal("amount");
                    of(currencies, row.getString("charge_currency"))
                            .change(row.getString("charge_account"), account -> account.plusNewlyHeld(amount));
                },
                scope);
        jdbc.query(
                STILL_TO_POST,
                row -> {
                    of(currencies, row.getString("charge_currency")).postsUsage = true;
                },
                day.date());
        jdbc.query(
                HISTORY,
                row -> {
                    of(currencies, row.getString("currency")).history.add(row.getBigDecimal("amount"));
                },
                day.minusDays(historyDays).date(),
                day.date());
        return currencies.entrySet().stream()
                .map(entry -> entry.getValue().figures(entry.getKey()))
                .toList();
    }

    private static Currency of(Map<String, Currency> currencies, String code) {
        return currencies.computeIfAbsent(code, key -> new Currency());
    }

    /** Figures of one currency, as they are found. */
    private static final class Currency {

        private final List<BigDecimal> history = new ArrayList<>();
        private final Map<String, AccountNight> accounts = new TreeMap<>();
        private boolean postsUsage;
        private long accountsCharged;
        private long workspaceDaysCharged;

        void change(String account, UnaryOperator<AccountNight> change) {
            accounts.put(account, change.apply(accounts.getOrDefault(account, AccountNight.none(account))));
        }

        NightFigures figures(String code) {
            return new NightFigures(
                    code, history, postsUsage, accountsCharged, workspaceDaysCharged, List.copyOf(accounts.values()));
        }
    }
}
