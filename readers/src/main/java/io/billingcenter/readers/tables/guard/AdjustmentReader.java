package io.billingcenter.readers.tables.guard;

import io.billingcenter.domain.account.BillingAccountId;
import io.billingcenter.domain.account.SettlementMethod;
import io.billingcenter.domain.billing.PostingKey;
import io.billingcenter.domain.pricing.Charge;
import io.billingcenter.domain.pricing.RatingOutcome;
import io.billingcenter.domain.time.DayRange;
import io.billingcenter.domain.usage.WorkspaceDay;
import io.billingcenter.readers.tables.guard.NightFiguresReader.Adjustments;
import io.billingcenter.readers.tables.paging.WorkspaceRange;
import io.billingcenter.schema.MeterTierColumns;
import io.billingcenter.schema.WorkspaceDayColumns;
import io.billingcenter.schema.billing.PostingTable;
import io.billingcenter.schema.billing.RatedDayTable;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Adds up the adjustments of usage that posting is about to make: the differences, by the same keys as posting uses, between
 * the ratings in force that are not posted and what was posted of their workspace-days. A first rating adjusts nothing.
 */
final class AdjustmentReader {

    private static final int PAGE_ROWS = 1_000;

    private static final String NOT_POSTED = """
            u.posted = FALSE AND u.is_current = TRUE AND u.outcome <> 'held' AND u.rating > 1
              AND u.billing_day >= ? AND u.billing_day < ? AND u.workspace_id >= ? AND u.workspace_id <= ?""";

    private static final String RATINGS = """
            SELECT u.workspace_id, u.billing_day, u.outcome, u.account_id, u.settlement, u.charges,
              CASE WHEN EXISTS (SELECT 1 FROM rated_day h WHERE h.workspace_id = u.workspace_id
                  AND h.billing_day = u.billing_day AND h.posted = TRUE AND h.outcome = 'held'
                  AND NOT EXISTS (SELECT 1 FROM rated_day o WHERE o.workspace_id = h.workspace_id
                    AND o.billing_day = h.billing_day AND o.posted = TRUE AND o.rating > h.rating))
                THEN 1 ELSE 0 END AS released
            FROM rated_day u
            WHERE %s AND (u.workspace_id > ? OR u.billing_day > ?)
            ORDER BY u.workspace_id, u.billing_day FETCH FIRST %s ROWS ONLY""".formatted(NOT_POSTED, PAGE_ROWS);

    private static final String POSTINGS = """
            SELECT p.workspace_id, p.billing_day, p.account_id, p.settlement, p.currency, p.meter, p.retention_days,
              SUM(p.amount) AS amount
            FROM rated_day u
            JOIN posting p ON p.workspace_id = u.workspace_id AND p.billing_day = u.billing_day AND p.agreement_id = ''
              AND p.kind <> 'credit'
            WHERE %s
            GROUP BY p.workspace_id, p.billing_day, p.account_id, p.settlement, p.currency, p.meter, p.retention_days""".formatted(NOT_POSTED);

    /** A rating that is not posted. */
    private record Unposted(
            WorkspaceDay workspaceDay,
            RatingOutcome outcome,
            @Nullable BillingAccountId account,
            @Nullable SettlementMethod settlement,
            List<Charge> charges,
            boolean released) {}

    private record Bill(String account, String currency) {}

    private final JdbcTemplate jdbc;
    private final LocalDate from;
    private final LocalDate to;
    private final WorkspaceRange workspaces;
    private final Map<Bill, Adjustments> sums =
            new TreeMap<>(Comparator.comparing(Bill::account).thenComparing(Bill::currency));

    /**
     * Creates a reader of what is posted of some workspaces.
     *
     * @param days billing days that are posted; must have an end
     */
    AdjustmentReader(JdbcTemplate jdbc, DayRange days, WorkspaceRange workspaces) {
        this.jdbc = jdbc;
        this.from = days.from().date();
        this.to = Objects.requireNonNull(days.to(), "a last day").date();
        this.workspaces = workspaces;
    }

    /** Returns the adjustments by account and currency, in this order. */
    List<Adjustments> read() {
        sums.clear();
        List<Unposted> page = page(workspaces.first(), from.minusDays(1));
        while (!page.isEmpty()) {
            WorkspaceDay last = page.get(page.size() - 1).workspaceDay();
            Map<WorkspaceDay, Map<PostingKey, BigDecimal>> posted = posted(page.get(0), last);
            for (Unposted rating : page) {
                Map<PostingKey, BigDecimal> before = posted.getOrDefault(rating.workspaceDay(), Map.of());
                if (!before.isEmpty()) {
                    add(rating, before);
                }
            }
            page = page(last.workspace().value(), last.day().date());
        }
        return List.copyOf(sums.values());
    }

    private void add(Unposted rating, Map<PostingKey, BigDecimal> before) {
        Map<PostingKey, BigDecimal> differences = new HashMap<>();
        before.forEach((key, amount) -> differences.put(key, amount.negate()));
        if (rating.outcome() == RatingOutcome.CHARGED && rating.account() != null && rating.settlement() != null) {
            for (Charge charge : rating.charges()) {
                differences.merge(
                        new PostingKey(
                                rating.account(),
                                rating.settlement(),
                                charge.exact().currency(),
                                charge.tier()),
                        charge.amount().amount(),
                        BigDecimal::add);
            }
        }
        Set<Bill> below = new HashSet<>();
        differences.forEach((key, difference) -> {
            Bill bill = new Bill(key.account().value(), key.currency().getCurrencyCode());
            boolean isBelow = difference.signum() < 0;
            long daysBelow = isBelow && below.add(bill) ? 1 : 0;
            BigDecimal above = difference.signum() > 0 && !rating.released() ? difference : BigDecimal.ZERO;
            sums.merge(
                    bill,
                    new Adjustments(
                            bill.account(),
                            bill.currency(),
                            isBelow ? difference.negate() : BigDecimal.ZERO,
                            above,
                            daysBelow),
                    AdjustmentReader::plus);
        });
    }

    private static Adjustments plus(Adjustments one, Adjustments other) {
        return new Adjustments(
                one.account(),
                one.currency(),
                one.below().add(other.below()),
                one.above().add(other.above()),
                one.daysBelow() + other.daysBelow());
    }

    private List<Unposted> page(String workspace, LocalDate day) {
        return jdbc.query(
                RATINGS, (row, number) -> unposted(row), from, to, workspace, workspaces.last(), workspace, day);
    }

    private static Unposted unposted(ResultSet row) throws SQLException {
        return new Unposted(
                WorkspaceDayColumns.get(row),
                RatedDayTable.OUTCOME.get(row),
                RatedDayTable.ACCOUNT_ID.getOrNull(row),
                RatedDayTable.SETTLEMENT.getOrNull(row),
                RatedDayTable.charges(row),
                row.getInt("released") == 1);
    }

    private Map<WorkspaceDay, Map<PostingKey, BigDecimal>> posted(Unposted first, WorkspaceDay last) {
        Map<WorkspaceDay, Map<PostingKey, BigDecimal>> posted = new HashMap<>();
        jdbc.query(
                POSTINGS,
                row -> {
                    PostingKey key = new PostingKey(
                            PostingTable.ACCOUNT_ID.get(row),
                            PostingTable.SETTLEMENT.get(row),
                            PostingTable.CURRENCY.get(row),
                            MeterTierColumns.get(row));
                    posted.computeIfAbsent(WorkspaceDayColumns.get(row), day -> new HashMap<>())
                            .put(key, row.getBigDecimal("amount"));
                },
                from,
                to,
                first.workspaceDay().workspace().value(),
                last.workspace().value());
        return posted;
    }
}
