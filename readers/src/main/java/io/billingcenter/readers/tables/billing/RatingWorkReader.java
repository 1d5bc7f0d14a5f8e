package io.billingcenter.readers.tables.billing;

import io.billingcenter.domain.metering.plan.QuarantineLimit;
import io.billingcenter.domain.pricing.QuotaAllocator;
import io.billingcenter.domain.pricing.QuotaDrawdown;
import io.billingcenter.domain.pricing.RatingWork;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.time.DayRange;
import io.billingcenter.domain.usage.MeasureTier;
import io.billingcenter.domain.usage.WorkspaceDay;
import io.billingcenter.readers.tables.billing.RatingCandidates.Candidate;
import io.billingcenter.readers.tables.paging.TablePages;
import io.billingcenter.readers.tables.paging.WorkspaceRange;
import io.billingcenter.schema.WorkspaceDayColumns;
import io.billingcenter.schema.metering.MeteredDayTable;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Reads the workspace-days of a range whose revision or terms have changed since they were rated, one billing day after the
 * other.
 */
public final class RatingWorkReader extends TablePages<RatingWorkReader.Place, RatingWork> {

    /** Computes the digest of the terms under which a workspace-day is rated. */
    @FunctionalInterface
    public interface TermsDigest {

        /** Returns the digest for a workspace-day, which may be over the quarantine limit, and may draw on packages. */
        String of(WorkspaceDay workspaceDay, boolean overLimit, QuotaDrawdown drawdown);
    }

    /**
     * The place at which a page begins.
     *
     * @param day position of the billing day among those that are read
     * @param workspace smallest id of the page
     */
    record Place(int day, String workspace) {}

    private static final int PAGE_ROWS = 5_000;

    private static final BillingDay ANY_DAY = new BillingDay(LocalDate.of(2000, 1, 1));
    private static final WorkspaceRange NO_WORKSPACE = new WorkspaceRange("~", "!");

    private static final String MEASURES = """
            SELECT d.workspace_id, d.billing_day, d.measures FROM metered_day d
            WHERE d.billing_day = ? AND d.workspace_id >= ? AND d.workspace_id <= ? AND d.is_current = TRUE""";

    private final JdbcTemplate jdbc;
    private final WorkspaceRange range;
    private final List<BillingDay> days;
    private final Predicate<WorkspaceDay> wanted;
    private final TermsDigest terms;
    private final RatingCandidates candidates;
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
        this(jdbc, range, daysOf(days), any -> true, terms, new QuarantineLimitCheck(jdbc, limit, days), sharing);
    }

    private RatingWorkReader(
            JdbcTemplate jdbc,
            WorkspaceRange range,
            List<BillingDay> days,
            Predicate<WorkspaceDay> wanted,
            TermsDigest terms,
            QuarantineLimitCheck verdict,
            QuotaAllocator sharing) {
        this.jdbc = jdbc;
        this.range = range;
        this.days = days;
        this.wanted = wanted;
        this.terms = terms;
        this.candidates = new RatingCandidates(jdbc, verdict, PAGE_ROWS);
        this.packages = new QuotaDrawdownReader(jdbc, sharing, verdict);
    }

    private static List<BillingDay> daysOf(DayRange range) {
        BillingDay end = Objects.requireNonNull(range.to(), "an end of the days");
        return range.from().date().datesUntil(end.date()).map(BillingDay::new).toList();
    }

    /**
     * Returns a reader of the work among the workspace-days that are listed in {@code unusual_task}, of all workspaces and days.
     *
     * @param limit the largest number and share of quarantined records of a workspace-day
     * @param sharing the allocation of packages
     */
    public static RatingWorkReader ofUnusualTasks(
            JdbcTemplate jdbc, QuarantineLimit limit, TermsDigest terms, QuotaAllocator sharing) {
        NavigableSet<WorkspaceDay> tasks = new TreeSet<>(jdbc.query(
                "SELECT workspace_id, billing_day FROM unusual_task", (row, number) -> WorkspaceDayColumns.get(row)));
        List<BillingDay> days =
                tasks.stream().map(WorkspaceDay::day).distinct().sorted().toList();
        WorkspaceRange workspaces = tasks.isEmpty()
                ? NO_WORKSPACE
                : new WorkspaceRange(
                        tasks.first().workspace().value(),
                        tasks.last().workspace().value());
        BillingDay first = days.isEmpty() ? ANY_DAY : days.get(0);
        BillingDay last = days.isEmpty() ? ANY_DAY : days.get(days.size() - 1);
        QuarantineLimitCheck verdict = new QuarantineLimitCheck(jdbc, limit, new DayRange(first, last.plusDays(1)));
        return new RatingWorkReader(jdbc, workspaces, days, tasks::contains, terms, verdict, sharing);
    }

    @Override
    protected Page<Place, RatingWork> pageAfter(@Nullable Place next) {
        int number = next == null ? 0 : next.day();
        String first = next == null ? range.first() : next.workspace();
        while (number < days.size()) {
            BillingDay day = days.get(number);
            List<Candidate> found = candidates.of(day, new WorkspaceRange(first, range.last()));
            Place following = new Place(number + 1, range.first());
            if (candidates.mayBeFollowed(found)) {
                following = new Place(number, workspaceOf(found.get(found.size() - 1)) + WorkspaceRange.NEXT);
            }
            List<Changed> changed = changed(found);
            if (!changed.isEmpty()) {
                return new Page<>(work(day, changed), following);
            }
            number = following.day();
            first = following.workspace();
        }
        return new Page<>(List.of(), null);
    }

    /** A candidate with the terms that apply now. */
    private record Changed(Candidate candidate, QuotaDrawdown drawdown, String digest) {

        boolean differs() {
            return candidate.revision() != candidate.ratedRevision() || !digest.equals(candidate.ratedTerms());
        }
    }

    private List<Changed> changed(List<Candidate> found) {
        List<Candidate> considered = found.stream()
                .filter(candidate -> wanted.test(candidate.workspaceDay()))
                .toList();
        Map<WorkspaceDay, QuotaDrawdown> drawdowns = packages.drawdowns(
                considered.stream().map(Candidate::workspaceDay).toList());
        return considered.stream()
                .map(candidate ->
                        changed(candidate, drawdowns.getOrDefault(candidate.workspaceDay(), QuotaDrawdown.NONE)))
                .filter(Changed::differs)
                .toList();
    }

    private Changed changed(Candidate candidate, QuotaDrawdown drawdown) {
        return new Changed(candidate, drawdown, terms.of(candidate.workspaceDay(), candidate.overLimit(), drawdown));
    }

    private List<RatingWork> work(BillingDay day, List<Changed> changed) {
        Map<WorkspaceDay, SortedMap<MeasureTier, BigInteger>> measures = measures(
                day,
                changed.stream()
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

    private Map<WorkspaceDay, SortedMap<MeasureTier, BigInteger>> measures(
            BillingDay day, SortedSet<WorkspaceDay> changed) {
        Map<WorkspaceDay, SortedMap<MeasureTier, BigInteger>> measures = new HashMap<>();
        jdbc.query(
                MEASURES,
                row -> {
                    WorkspaceDay found = WorkspaceDayColumns.get(row);
                    if (changed.contains(found)) {
                        measures.put(found, MeteredDayTable.measures(row));
                    }
                },
                day.date(),
                changed.first().workspace().value(),
                changed.last().workspace().value());
        return measures;
    }

    private static String workspaceOf(Candidate candidate) {
        return candidate.workspaceDay().workspace().value();
    }
}
