package io.billingcenter.readers.tables.explain;

import io.billingcenter.domain.account.AccountDirectory;
import io.billingcenter.domain.account.BillingAccountId;
import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.billing.PostingKind;
import io.billingcenter.domain.explain.ComparedLine;
import io.billingcenter.domain.explain.Comparison.Side;
import io.billingcenter.domain.explain.RatingExplanation;
import io.billingcenter.domain.explain.WhatIf;
import io.billingcenter.domain.money.Money;
import io.billingcenter.domain.pricing.Charge;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.time.DayRange;
import io.billingcenter.domain.usage.MeasureTier;
import io.billingcenter.domain.usage.Meter;
import io.billingcenter.domain.usage.Usage;
import io.billingcenter.domain.usage.UsageCalculator;
import io.billingcenter.domain.usage.WorkspaceDay;
import io.billingcenter.readers.tables.paging.Columns;
import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.jdbc.core.JdbcTemplate;

/** The sides of comparisons. */
public final class ComparisonReader {

    /**
     * A revision of a workspace-day.
     *
     * @param usage by its measures
     * @param rating the last rating of it, if it was rated
     */
    public record Revision(
            WorkspaceDay workspaceDay, int number, List<Usage> usage, Optional<RatingExplanation> rating) {

        /** What it was charged; nothing when it was not. */
        public Side side() {
            List<ComparedLine> lines = new ArrayList<>();
            rating.ifPresent(rated -> {
                BillingAccountId account = rated.account();
                if (account != null) {
                    rated.charges().forEach(charge -> lines.add(line(account, charge)));
                }
            });
            return new Side(List.copyOf(lines), Map.of());
        }

        private ComparedLine line(BillingAccountId account, Charge charge) {
            ComparedLine.Key key = new ComparedLine.Key(
                    account, charge.exact().currency(), workspaceDay.workspace(), charge.tier(), PostingKind.USAGE);
            TreeSet<java.math.BigDecimal> prices = new TreeSet<>(List.of(charge.unitPrice()));
            return new ComparedLine(key, charge.quantity(), prices, charge.amount());
        }
    }

    private final JdbcTemplate jdbc;
    private final AccountDirectory directory;

    /** A reader of that database. */
    public ComparisonReader(JdbcTemplate jdbc, AccountDirectory directory) {
        this.jdbc = jdbc;
        this.directory = directory;
    }

    /** What was posted on the days; must have an end. Plans are those of the first day and of the last one. */
    public Side posted(DayRange days) {
        BillingDay end = endOf(days);
        List<ComparedLine> lines =
                jdbc.query("""
                SELECT account_id, currency, workspace_id, meter, retention_days, kind, unit_price,
                  SUM(quantity) AS quantity, SUM(amount) AS amount
                FROM posting WHERE posted_day >= ? AND posted_day < ?
                GROUP BY account_id, currency, workspace_id, meter, retention_days, kind, unit_price""", (row, n) -> line(row), days.from().date(), end.date());
        Map<WorkspaceId, String> plans = new HashMap<>();
        for (WorkspaceId workspace : jdbc.query(
                "SELECT DISTINCT workspace_id FROM posting WHERE workspace_id <> ''",
                (row, n) -> new WorkspaceId(row.getString("workspace_id")))) {
            String first = directory.plan(workspace, days.from()).code();
            String last = directory.plan(workspace, end.minusDays(1)).code();
            plans.put(workspace, first.equals(last) ? first : first + ">" + last);
        }
        return new Side(lines, plans);
    }

    /**
     * A revision of a workspace-day.
     *
     * @throws IllegalArgumentException when there is none
     */
    public Revision revision(WorkspaceDay day, int number) {
        Integer found = jdbc.queryForObject(
                "SELECT COUNT(*) FROM metered_day WHERE workspace_id = ? AND billing_day = ? AND revision = ?",
                Integer.class,
                day.workspace().value(),
                day.day().date(),
                number);
        if (found == null || found == 0) {
            throw new IllegalArgumentException("Expected revision " + number + " of " + day
                    + ", found none; 'billing explain " + day + "' lists its readings with their revisions");
        }
        return new Revision(day, number, usage(day, number), rating(day, number));
    }

    private List<Usage> usage(WorkspaceDay day, int revision) {
        Map<MeasureTier, BigInteger> measures = new TreeMap<>();
        jdbc.query(
                """
                SELECT measure, retention_days, quantity FROM measure
                WHERE workspace_id = ? AND billing_day = ? AND revision = ?""",
                row -> {
                    measures.put(
                            new MeasureTier(Columns.measure(row), row.getInt("retention_days")),
                            row.getBigDecimal("quantity").toBigIntegerExact());
                },
                day.workspace().value(),
                day.day().date(),
                revision);
        return UsageCalculator.usage(measures);
    }

    private Optional<RatingExplanation> rating(WorkspaceDay day, int revision) {
        return new DayRows(jdbc, directory, new PostingsExplained(jdbc))
                .find(day).stream()
                        .flatMap(found -> found.ratings().stream())
                        .filter(rating -> rating.revision() == revision)
                        .reduce((earlier, later) -> later);
    }

    /** What the usage of the days is charged now, by account and meter; the days must have an end. */
    public void charged(DayRange days, WhatIf whatIf) {
        jdbc.query(
                """
                SELECT r.account_id, c.currency, c.meter, SUM(c.amount) AS amount FROM rated_day r
                JOIN charge c
                  ON c.workspace_id = r.workspace_id AND c.billing_day = r.billing_day AND c.rating = r.rating
                WHERE r.is_current = TRUE AND r.billing_day >= ? AND r.billing_day < ?
                GROUP BY r.account_id, c.currency, c.meter""",
                row -> {
                    Currency currency = Currency.getInstance(row.getString("currency"));
                    whatIf.charged(
                            new WhatIf.Key(
                                    new BillingAccountId(row.getString("account_id")),
                                    currency,
                                    Columns.known(Meter.ofCode(row.getString("meter")), "meter")),
                            Money.of(currency, row.getBigDecimal("amount")));
                },
                days.from().date(),
                endOf(days).date());
    }

    private static BillingDay endOf(DayRange days) {
        return Objects.requireNonNull(days.to(), "an end of the days");
    }

    private static ComparedLine line(ResultSet row) throws SQLException {
        Currency currency = Currency.getInstance(row.getString("currency"));
        ComparedLine.Key key = new ComparedLine.Key(
                new BillingAccountId(row.getString("account_id")),
                currency,
                Columns.workspaceOrNone(row),
                Columns.tierOrNone(row),
                Columns.known(PostingKind.ofCode(row.getString("kind")), "kind"));
        return new ComparedLine(
                key,
                row.getBigDecimal("quantity"),
                new TreeSet<>(List.of(row.getBigDecimal("unit_price"))),
                Money.of(currency, row.getBigDecimal("amount")));
    }
}
