package io.billingcenter.readers.tables.billing;

import io.billingcenter.domain.billing.AlertThresholds;
import io.billingcenter.domain.billing.AlertWork;
import io.billingcenter.domain.money.Money;
import io.billingcenter.domain.pricing.Charge;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.time.DayRange;
import io.billingcenter.domain.usage.Meter;
import io.billingcenter.domain.usage.WorkspaceDay;
import io.billingcenter.readers.tables.paging.TablePages;
import io.billingcenter.schema.WorkspaceDayColumns;
import io.billingcenter.schema.billing.AlertCheckTable;
import io.billingcenter.schema.billing.RaisedAlertTable;
import io.billingcenter.schema.billing.RatedDayTable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Reads the charged workspace-days of workspaces with alert thresholds whose rating or thresholds have changed since they
 * were compared last.
 */
public final class AlertWorkReader extends TablePages<AlertWorkReader.Place, AlertWork> {

    /** The day of a page, and the workspace before it. */
    record Place(BillingDay day, String workspace) {}

    private record Candidate(
            WorkspaceDay workspaceDay,
            int rating,
            int checkedRating,
            @Nullable String checkedTerms) {}

    private static final int PAGE_ROWS = 1_000;

    /** The number of a rating that does not exist. */
    private static final int NEVER = 0;

    /** Begins with the workspaces that have thresholds, of which there may be few. */
    private static final String CANDIDATES = """
            SELECT d.workspace_id, d.billing_day, d.rating, k.rating AS checked_rating, k.terms_digest
            FROM (SELECT DISTINCT workspace_id FROM alert_threshold WHERE workspace_id > ?) t
            JOIN rated_day d ON d.billing_day = ? AND d.workspace_id = t.workspace_id
            LEFT JOIN alert_check k ON k.workspace_id = d.workspace_id AND k.billing_day = d.billing_day
            WHERE d.is_current = TRUE AND d.outcome = 'charged'
            ORDER BY d.workspace_id FETCH FIRST %s ROWS ONLY""".formatted(Integer.toString(PAGE_ROWS));

    private static final String CHARGED = """
            SELECT d.workspace_id, d.billing_day, d.charges FROM rated_day d
            WHERE d.billing_day = ? AND d.workspace_id >= ? AND d.workspace_id <= ?
              AND d.is_current = TRUE AND d.outcome = 'charged'
              AND EXISTS (SELECT 1 FROM alert_threshold t WHERE t.workspace_id = d.workspace_id)""";

    private static final String RAISED = """
            SELECT workspace_id, billing_day, meter FROM raised_alert
            WHERE billing_day = ? AND workspace_id >= ? AND workspace_id <= ?""";

    private final JdbcTemplate jdbc;
    private final DayRange days;
    private final AlertThresholds thresholds;

    /**
     * Creates a reader of the work of all workspaces.
     *
     * @param days billing days that are compared; must have an end
     */
    public AlertWorkReader(JdbcTemplate jdbc, DayRange days, AlertThresholds thresholds) {
        this.jdbc = jdbc;
        this.days = days;
        this.thresholds = thresholds;
        Objects.requireNonNull(days.to(), "an end of the days");
    }

    @Override
    protected Page<Place, AlertWork> pageAfter(@Nullable Place next) {
        Place place = next == null ? new Place(days.from(), "") : next;
        while (days.contains(place.day())) {
            List<Candidate> candidates = jdbc.query(
                    CANDIDATES,
                    (row, number) -> candidate(row),
                    place.workspace(),
                    place.day().date());
            Place following = new Place(place.day().plusDays(1), "");
            if (candidates.size() == PAGE_ROWS) {
                Candidate last = candidates.get(PAGE_ROWS - 1);
                following =
                        new Place(place.day(), last.workspaceDay().workspace().value());
            }
            List<Candidate> changed =
                    candidates.stream().filter(this::hasChanged).toList();
            if (!changed.isEmpty()) {
                return new Page<>(work(place.day(), changed), following);
            }
            place = following;
        }
        return new Page<>(List.of(), null);
    }

    private boolean hasChanged(Candidate candidate) {
        return candidate.rating() != candidate.checkedRating()
                || !thresholds.termsDigest(candidate.workspaceDay()).equals(candidate.checkedTerms());
    }

    private List<AlertWork> work(BillingDay day, List<Candidate> changed) {
        String first = changed.get(0).workspaceDay().workspace().value();
        String last = changed.get(changed.size() - 1).workspaceDay().workspace().value();
        Map<WorkspaceDay, Map<Meter, Money>> charged = charged(day, first, last);
        Map<WorkspaceDay, Set<Optional<Meter>>> alreadyRaised = alreadyRaised(day, first, last);
        return changed.stream()
                .map(candidate -> new AlertWork(
                        candidate.workspaceDay(),
                        candidate.rating(),
                        thresholds.termsDigest(candidate.workspaceDay()),
                        charged.getOrDefault(candidate.workspaceDay(), Map.of()),
                        alreadyRaised.getOrDefault(candidate.workspaceDay(), Set.of())))
                .toList();
    }

    private Map<WorkspaceDay, Map<Meter, Money>> charged(BillingDay day, String first, String last) {
        Map<WorkspaceDay, Map<Meter, Money>> charged = new HashMap<>();
        jdbc.query(
                CHARGED,
                row -> {
                    Map<Meter, Money> ofDay =
                            charged.computeIfAbsent(WorkspaceDayColumns.get(row), key -> new EnumMap<>(Meter.class));
                    for (Charge charge : RatedDayTable.charges(row)) {
                        ofDay.merge(charge.tier().meter(), charge.amount(), Money::plus);
                    }
                },
                day.date(),
                first,
                last);
        return charged;
    }

    private Map<WorkspaceDay, Set<Optional<Meter>>> alreadyRaised(BillingDay day, String first, String last) {
        Map<WorkspaceDay, Set<Optional<Meter>>> alreadyRaised = new HashMap<>();
        jdbc.query(
                RAISED,
                row -> {
                    alreadyRaised
                            .computeIfAbsent(WorkspaceDayColumns.get(row), key -> new HashSet<>())
                            .add(Optional.ofNullable(RaisedAlertTable.METER.getOrNull(row)));
                },
                day.date(),
                first,
                last);
        return alreadyRaised;
    }

    private static Candidate candidate(ResultSet row) throws SQLException {
        return new Candidate(
                WorkspaceDayColumns.get(row),
                RatedDayTable.RATING.get(row),
                AlertCheckTable.RATING.getOrDefault(row, "checked_rating", NEVER),
                AlertCheckTable.TERMS_DIGEST.getOrNull(row));
    }
}
