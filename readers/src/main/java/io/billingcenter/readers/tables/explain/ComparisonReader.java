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
import io.billingcenter.domain.usage.Usage;
import io.billingcenter.domain.usage.UsageCalculator;
import io.billingcenter.domain.usage.WorkspaceDay;
import io.billingcenter.readers.tables.archive.DayDetails;
import io.billingcenter.schema.MeterTierColumns;
import io.billingcenter.schema.WorkspaceDayColumns;
import io.billingcenter.schema.billing.PostingTable;
import io.billingcenter.schema.billing.RatedDayTable;
import io.billingcenter.schema.metering.MeteredDayTable;
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
import java.util.SortedMap;
import java.util.TreeSet;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads the sides of comparisons: postings of days, revisions of workspace-days, and charges. */
public final class ComparisonReader {

    /**
     * A revision of a workspace-day.
     *
     * @param usage the usage that its measures give
     * @param rating the last rating of it, if it was rated
     */
    public record Revision(
            WorkspaceDay workspaceDay, int number, List<Usage> usage, Optional<RatingExplanation> rating) {

        /** Returns the lines that it was charged, if it was. */
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

    private static final String REVISION =
            MeteredDayTable.TABLE.select() + " WHERE " + WorkspaceDayColumns.CONDITION + " AND revision = ?";

    private final JdbcTemplate jdbc;
    private final DayDetails details;
    private final AccountDirectory directory;

    /** Creates a reader of that database, and of details of single workspace-days that may be elsewhere. */
    public ComparisonReader(JdbcTemplate jdbc, DayDetails details, AccountDirectory directory) {
        this.jdbc = jdbc;
        this.details = details;
        this.directory = directory;
    }

    /** Returns the lines that were posted on the days, which must have an end, with the plans of the first and last day. */
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
                (row, n) -> PostingTable.WORKSPACE_ID.get(row))) {
            String first = directory.plan(workspace, days.from()).code();
            String last = directory.plan(workspace, end.minusDays(1)).code();
            plans.put(workspace, first.equals(last) ? first : first + ">" + last);
        }
        return new Side(lines, plans);
    }

    /**
     * Returns a revision of a workspace-day.
     *
     * @throws IllegalArgumentException if there is none
     */
    public Revision revision(WorkspaceDay day, int number) {
        SortedMap<MeasureTier, BigInteger> measures = details
                .of(day)
                .query(
                        REVISION,
                        (row, n) -> MeteredDayTable.measures(row),
                        day.workspace().value(),
                        day.day().date(),
                        number)
                .stream()
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Expected revision " + number + " of " + day
                        + ", found none; 'billing explain " + day + "' lists its readings with their revisions"));
        return new Revision(day, number, UsageCalculator.usage(measures), rating(day, number));
    }

    private Optional<RatingExplanation> rating(WorkspaceDay day, int revision) {
        return new DayRows(details, directory, new PostingsExplained(jdbc, details))
                .find(day).stream()
                        .flatMap(found -> found.ratings().stream())
                        .filter(rating -> rating.revision() == revision)
                        .reduce((earlier, later) -> later);
    }

    /** Adds the present charges of the days, by account and meter; the days must have an end. */
    public void charged(DayRange days, WhatIf whatIf) {
        // Day by day, so that no more than the ratings of one day are held.
        for (BillingDay day = days.from(); day.isBefore(endOf(days)); day = day.plusDays(1)) {
            jdbc.query(
                    """
                    SELECT account_id, charges FROM rated_day
                    WHERE billing_day = ? AND is_current = TRUE AND outcome = 'charged'""",
                    row -> {
                        BillingAccountId account = RatedDayTable.ACCOUNT_ID.get(row);
                        for (Charge charge : RatedDayTable.charges(row)) {
                            whatIf.charged(
                                    new WhatIf.Key(
                                            account,
                                            charge.exact().currency(),
                                            charge.tier().meter()),
                                    charge.amount());
                        }
                    },
                    day.date());
        }
    }

    private static BillingDay endOf(DayRange days) {
        return Objects.requireNonNull(days.to(), "an end of the days");
    }

    private static ComparedLine line(ResultSet row) throws SQLException {
        Currency currency = PostingTable.CURRENCY.get(row);
        ComparedLine.Key key = new ComparedLine.Key(
                PostingTable.ACCOUNT_ID.get(row),
                currency,
                PostingTable.WORKSPACE_ID.getOrNull(row),
                MeterTierColumns.getOrNull(row),
                PostingTable.KIND.get(row));
        return new ComparedLine(
                key,
                PostingTable.QUANTITY.get(row),
                new TreeSet<>(List.of(PostingTable.UNIT_PRICE.get(row))),
                Money.of(currency, PostingTable.AMOUNT.get(row)));
    }
}
