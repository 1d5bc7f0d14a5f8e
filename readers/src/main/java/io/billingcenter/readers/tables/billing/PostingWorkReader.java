package io.billingcenter.readers.tables.billing;

import io.billingcenter.domain.account.BillingAccountId;
import io.billingcenter.domain.account.SettlementMethod;
import io.billingcenter.domain.billing.Posting;
import io.billingcenter.domain.billing.PostingWork;
import io.billingcenter.domain.pricing.Charge;
import io.billingcenter.domain.pricing.Rating;
import io.billingcenter.domain.pricing.RatingOutcome;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.time.DayRange;
import io.billingcenter.domain.usage.WorkspaceDay;
import io.billingcenter.readers.tables.paging.TablePages;
import io.billingcenter.readers.tables.paging.WorkspaceRange;
import io.billingcenter.schema.WorkspaceDayColumns;
import io.billingcenter.schema.billing.PostingTable;
import io.billingcenter.schema.billing.RatedDayTable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;

/** Reads the workspace-days of a range, on some billing days, whose rating has not been posted yet. */
public final class PostingWorkReader extends TablePages<WorkspaceDay, PostingWork> {

    private static final int PAGE_ROWS = 1_000;

    private static final String RATED = """
            SELECT workspace_id, billing_day, rating, outcome, account_id, settlement, charges
            FROM rated_day
            WHERE workspace_id >= ? AND workspace_id <= ? AND (workspace_id > ? OR billing_day > ?)
              AND billing_day >= ? AND billing_day < ? AND is_current = TRUE AND posted = FALSE
            ORDER BY workspace_id, billing_day FETCH FIRST %s ROWS ONLY""".formatted(PAGE_ROWS);

    private static final String POSTINGS = """
            SELECT %s FROM rated_day r
            JOIN posting p
              ON p.workspace_id = r.workspace_id AND p.billing_day = r.billing_day AND p.agreement_id = ''
              AND p.kind <> 'credit'
            WHERE r.workspace_id >= ? AND r.workspace_id <= ? AND r.is_current = TRUE AND r.posted = FALSE
            ORDER BY p.workspace_id, p.billing_day, p.rating, p.posting_id""".formatted(PostingTable.TABLE.columnList("p"));

    /** A day before all billing days. */
    public static final BillingDay BEFORE_ALL_DAYS = new BillingDay(LocalDate.of(1, 1, 2));

    private final JdbcTemplate jdbc;
    private final WorkspaceRange range;
    private final LocalDate from;
    private final LocalDate to;

    /**
     * Creates a reader of the work of a range.
     *
     * @param days billing days of the work; must have an end, because a bill never has usage of days after it
     */
    public PostingWorkReader(JdbcTemplate jdbc, WorkspaceRange range, DayRange days) {
        this.jdbc = jdbc;
        this.range = range;
        this.from = days.from().date();
        this.to = Objects.requireNonNull(days.to(), "an end of the days").date();
    }

    private record Rated(
            WorkspaceDay workspaceDay,
            int rating,
            RatingOutcome outcome,
            @Nullable BillingAccountId account,
            @Nullable SettlementMethod settlement,
            List<Charge> charges) {}

    @Override
    protected Page<WorkspaceDay, PostingWork> pageAfter(@Nullable WorkspaceDay last) {
        String workspace = last == null ? range.first() : last.workspace().value();
        LocalDate day = last == null ? from.minusDays(1) : last.day().date();
        List<Rated> rated =
                jdbc.query(RATED, (row, number) -> rated(row), workspace, range.last(), workspace, day, from, to);
        if (rated.isEmpty()) {
            return new Page<>(List.of(), null);
        }
        String first = rated.get(0).workspaceDay().workspace().value();
        WorkspaceDay newLast = rated.get(rated.size() - 1).workspaceDay();
        Map<WorkspaceDay, List<Posting>> postings =
                byDay(POSTINGS, (row, n) -> PostingTable.posting(row), first, newLast);
        return new Page<>(rated.stream().map(r -> work(r, postings)).toList(), newLast);
    }

    private <T> Map<WorkspaceDay, List<T>> byDay(String sql, RowMapper<T> mapper, String first, WorkspaceDay last) {
        Map<WorkspaceDay, List<T>> found = new HashMap<>();
        jdbc.query(
                sql,
                row -> {
                    found.computeIfAbsent(WorkspaceDayColumns.get(row), key -> new ArrayList<>())
                            .add(mapper.mapRow(row, 0));
                },
                first,
                last.workspace().value());
        return found;
    }

    private static PostingWork work(Rated rated, Map<WorkspaceDay, List<Posting>> postings) {
        WorkspaceDay workspaceDay = rated.workspaceDay();
        Rating rating = ratingOf(rated);
        return new PostingWork(workspaceDay, rated.rating(), rating, postings.getOrDefault(workspaceDay, List.of()));
    }

    private static Rating ratingOf(Rated rated) {
        if (rated.outcome() == RatingOutcome.HELD) {
            return new Rating.Held(List.of());
        }
        if (rated.account() == null || rated.settlement() == null) {
            return new Rating.Free();
        }
        return new Rating.Charged(rated.account(), rated.settlement(), rated.charges());
    }

    private static Rated rated(ResultSet row) throws SQLException {
        return new Rated(
                WorkspaceDayColumns.get(row),
                RatedDayTable.RATING.get(row),
                RatedDayTable.OUTCOME.get(row),
                RatedDayTable.ACCOUNT_ID.getOrNull(row),
                RatedDayTable.SETTLEMENT.getOrNull(row),
                RatedDayTable.charges(row));
    }
}
