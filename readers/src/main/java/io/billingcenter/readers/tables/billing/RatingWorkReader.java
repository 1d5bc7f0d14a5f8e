package io.billingcenter.readers.tables.billing;

import io.billingcenter.domain.metering.plan.QuarantineLimit;
import io.billingcenter.domain.pricing.QuotaAllocator;
import io.billingcenter.domain.pricing.QuotaDrawdown;
import io.billingcenter.domain.pricing.RatingWork;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.time.DayRange;
import io.billingcenter.domain.usage.MeasureTier;
import io.billingcenter.domain.usage.WorkspaceDay;
import io.billingcenter.readers.tables.paging.TablePages;
import io.billingcenter.readers.tables.paging.WorkspaceRange;
import io.billingcenter.schema.WorkspaceDayColumns;
import io.billingcenter.schema.billing.RatedDayTable;
import io.billingcenter.schema.metering.MeteredDayTable;
import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads the workspace-days of a range whose revision or terms have changed since they were rated. */
public final class RatingWorkReader extends TablePages<WorkspaceDay, RatingWork> {

    /** Computes the digest of the terms under which a workspace-day is rated. */
    @FunctionalInterface
    public interface TermsDigest {

        /** Returns the digest for a workspace-day, which may be over the quarantine limit, and may draw on packages. */
        String of(WorkspaceDay workspaceDay, boolean overLimit, QuotaDrawdown drawdown);
    }

    private record Candidate(
            WorkspaceDay workspaceDay,
            int revision,
            boolean overLimit,
            int ratedRevision,
            int lastRating,
            @Nullable String ratedTerms) {}

    private static final int PAGE_ROWS = 1_000;

    /** The number of a rating or revision that does not exist. */
    private static final int NEVER = 0;

    private static final BillingDay ANY_DAY = new BillingDay(LocalDate.of(2000, 1, 1));
    private static final WorkspaceRange NO_WORKSPACE = new WorkspaceRange("~", "!");

    private static final String CANDIDATES = """
            SELECT d.workspace_id, d.billing_day, d.revision, r.records, r.conflicts, r.quarantined,
                   t.revision AS rated_revision, t.rating AS last_rating, t.terms_digest
            FROM {before} metered_day d {after}
            JOIN day_reading r
              ON r.workspace_id = d.workspace_id AND r.billing_day = d.billing_day AND r.is_current = TRUE
            LEFT JOIN rated_day t
              ON t.workspace_id = d.workspace_id AND t.billing_day = d.billing_day AND t.is_current = TRUE
            WHERE d.workspace_id >= ? AND d.workspace_id <= ? AND (d.workspace_id > ? OR d.billing_day > ?)
              AND d.is_current = TRUE AND d.billing_day >= ? AND d.billing_day < ?
            ORDER BY d.workspace_id, d.billing_day FETCH FIRST {rows} ROWS ONLY""";

    private static final String MEASURES = """
            SELECT d.workspace_id, d.billing_day, d.measures
            FROM {before} metered_day d {after}
            WHERE d.workspace_id >= ? AND d.workspace_id <= ? AND d.is_current = TRUE
              AND d.billing_day >= ? AND d.billing_day < ?""";

    /** The metered days that are considered: tables before and after them in a join. */
    private enum Scope {
        ALL("", ""),
        UNUSUAL("unusual_task u JOIN", "ON d.workspace_id = u.workspace_id AND d.billing_day = u.billing_day");

        private final String candidates;
        private final String measures;

        Scope(String before, String after) {
            candidates = CANDIDATES
                    .replace("{before}", before)
                    .replace("{after}", after)
                    .replace("{rows}", Integer.toString(PAGE_ROWS));
            measures = MEASURES.replace("{before}", before).replace("{after}", after);
        }
    }

    private final JdbcTemplate jdbc;
    private final Scope scope;
    private final WorkspaceRange range;
    private final LocalDate from;
    private final LocalDate to;
    private final TermsDigest terms;
    private final QuarantineLimitCheck verdict;
    private final QuotaDrawdownReader packages;

    /**
     * Creates a reader of the work of a range.
     *
     * @param days billing days of the work; must have an end
     * @param limit the largest number and share of quarantined records of a workspace-day
     * @param sharing the allocation of packages, also to workspaces of other ranges
     */
    public RatingWorkReader(
            JdbcTemplate jdbc,
            WorkspaceRange range,
            DayRange days,
            QuarantineLimit limit,
            TermsDigest terms,
            QuotaAllocator sharing) {
        this(jdbc, Scope.ALL, range, days, limit, terms, sharing);
    }

    private RatingWorkReader(
            JdbcTemplate jdbc,
            Scope scope,
            WorkspaceRange range,
            DayRange days,
            QuarantineLimit limit,
            TermsDigest terms,
            QuotaAllocator sharing) {
        this.jdbc = jdbc;
        this.scope = scope;
        this.range = range;
        this.from = days.from().date();
        this.to = Objects.requireNonNull(days.to(), "an end of the days").date();
        this.terms = terms;
        this.verdict = new QuarantineLimitCheck(jdbc, limit, days);
        this.packages = new QuotaDrawdownReader(jdbc, sharing, verdict);
    }

    /**
     * Returns a reader of the work among the workspace-days that are listed in {@code unusual_task}, of all workspaces and days.
     *
     * @param limit the largest number and share of quarantined records of a workspace-day
     * @param sharing the allocation of packages
     */
    public static RatingWorkReader ofUnusualTasks(
            JdbcTemplate jdbc, QuarantineLimit limit, TermsDigest terms, QuotaAllocator sharing) {
        List<RatingWorkReader> found = jdbc.query(
                "SELECT MIN(workspace_id), MAX(workspace_id), MIN(billing_day), MAX(billing_day) FROM unusual_task",
                (row, number) -> {
                    boolean isEmpty = row.getString(1) == null;
                    BillingDay first = isEmpty ? ANY_DAY : new BillingDay(row.getObject(3, LocalDate.class));
                    BillingDay last = isEmpty ? ANY_DAY : new BillingDay(row.getObject(4, LocalDate.class));
                    WorkspaceRange workspaces =
                            isEmpty ? NO_WORKSPACE : new WorkspaceRange(row.getString(1), row.getString(2));
                    DayRange days = new DayRange(first, last.plusDays(1));
                    return new RatingWorkReader(jdbc, Scope.UNUSUAL, workspaces, days, limit, terms, sharing);
                });
        return found.get(0);
    }

    @Override
    protected Page<WorkspaceDay, RatingWork> pageAfter(@Nullable WorkspaceDay last) {
        String workspace = last == null ? range.first() : last.workspace().value();
        LocalDate day = last == null ? from.minusDays(1) : last.day().date();
        List<Candidate> candidates = jdbc.query(
                scope.candidates, (row, number) -> candidate(row), workspace, range.last(), workspace, day, from, to);
        if (candidates.isEmpty()) {
            return new Page<>(List.of(), null);
        }
        WorkspaceDay newLast = candidates.get(candidates.size() - 1).workspaceDay();
        Map<WorkspaceDay, QuotaDrawdown> drawdowns = packages.drawdowns(
                candidates.stream().map(Candidate::workspaceDay).toList());
        List<Changed> changed = candidates.stream()
                .map(candidate ->
                        changed(candidate, drawdowns.getOrDefault(candidate.workspaceDay(), QuotaDrawdown.NONE)))
                .filter(Changed::differs)
                .toList();
        return new Page<>(changed.isEmpty() ? List.of() : work(changed), newLast);
    }

    /** A candidate with the terms that apply now. */
    private record Changed(Candidate candidate, QuotaDrawdown drawdown, String digest) {

        boolean differs() {
            return candidate.revision() != candidate.ratedRevision() || !digest.equals(candidate.ratedTerms());
        }
    }

    private Changed changed(Candidate candidate, QuotaDrawdown drawdown) {
        return new Changed(candidate, drawdown, terms.of(candidate.workspaceDay(), candidate.overLimit(), drawdown));
    }

    private List<RatingWork> work(List<Changed> changed) {
        Map<WorkspaceDay, SortedMap<MeasureTier, BigInteger>> measures = measures(changed.stream()
                .map(change -> change.candidate().workspaceDay())
                .collect(Collectors.toCollection(TreeSet::new)));
        return changed.stream()
                .map(change ->
                        work(change, measures.getOrDefault(change.candidate().workspaceDay(), new TreeMap<>())))
                .toList();
    }

    private static RatingWork work(Changed change, Map<MeasureTier, BigInteger> measures) {
        Candidate candidate = change.candidate();
        return new RatingWork(
                candidate.workspaceDay(),
                candidate.revision(),
                candidate.lastRating() + 1,
                candidate.overLimit(),
                change.digest(),
                measures,
                change.drawdown());
    }

    private Map<WorkspaceDay, SortedMap<MeasureTier, BigInteger>> measures(SortedSet<WorkspaceDay> wanted) {
        Map<WorkspaceDay, SortedMap<MeasureTier, BigInteger>> measures = new HashMap<>();
        jdbc.query(
                scope.measures,
                row -> {
                    WorkspaceDay day = WorkspaceDayColumns.get(row);
                    if (wanted.contains(day)) {
                        measures.put(day, MeteredDayTable.measures(row));
                    }
                },
                wanted.first().workspace().value(),
                wanted.last().workspace().value(),
                from,
                to);
        return measures;
    }

    private Candidate candidate(ResultSet row) throws SQLException {
        WorkspaceDay workspaceDay = WorkspaceDayColumns.get(row);
        return new Candidate(
                workspaceDay,
                MeteredDayTable.REVISION.get(row),
                verdict.of(workspaceDay, row),
                RatedDayTable.REVISION.getOrDefault(row, "rated_revision", NEVER),
                RatedDayTable.RATING.getOrDefault(row, "last_rating", NEVER),
                RatedDayTable.TERMS_DIGEST.getOrNull(row));
    }
}
