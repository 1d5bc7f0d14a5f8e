package io.billingcenter.readers.tables.report;

import io.billingcenter.domain.pricing.RatingOutcome;
import io.billingcenter.domain.report.RunReport.Held;
import io.billingcenter.domain.report.RunReport.MeterUsage;
import io.billingcenter.domain.report.RunReport.Outcome;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.usage.Meter;
import io.billingcenter.schema.billing.UsageDayTable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads the usage of a period, and its outcomes. */
final class UsageFigures {

    private static final String USAGE = """
            SELECT billing_day, outcome, meter, quantity FROM usage_day WHERE billing_day >= ? AND billing_day < ?""";

    private static final String HELD = """
            SELECT h.reason, SUM(CASE WHEN h.billing_day >= ? THEN 1 ELSE 0 END), COUNT(*) FROM (
              SELECT d.reason, r.workspace_id, r.billing_day FROM rated_day r
              JOIN day_hold d ON d.workspace_id = r.workspace_id AND d.billing_day = r.billing_day AND d.rating = r.rating
              WHERE r.is_current = TRUE AND r.outcome = 'held' AND r.billing_day < ?
              UNION
              SELECT f.reason, f.workspace_id, f.billing_day FROM fee_hold f WHERE f.billing_day < ?
              UNION
              SELECT 'late_window', l.workspace_id, l.billing_day FROM late_day l WHERE l.billing_day < ?) h
            GROUP BY h.reason ORDER BY h.reason""";

    private final JdbcTemplate jdbc;
    private final ReportScope scope;

    private static final class Sums {
        private final Map<RatingOutcome, BigDecimal> byOutcome = new EnumMap<>(RatingOutcome.class);
        private final Map<BillingDay, BigDecimal> byDay = new HashMap<>();

        BigDecimal of(RatingOutcome outcome) {
            return byOutcome.getOrDefault(outcome, BigDecimal.ZERO);
        }
    }

    UsageFigures(JdbcTemplate jdbc, ReportScope scope) {
        this.jdbc = jdbc;
        this.scope = scope;
    }

    List<Outcome> outcomes() {
        return jdbc.query(
                "SELECT outcome, COUNT(*) FROM rated_day WHERE billing_day >= ? AND billing_day < ? AND is_current = TRUE"
                        + " GROUP BY outcome ORDER BY outcome",
                (row, n) -> new Outcome(row.getString(1), row.getLong(2)),
                scope.from(),
                scope.end());
    }

    /** Returns the usage in the order of the meters; a meter without usage in the period and the history is left out. */
    List<MeterUsage> byMeter() {
        List<BillingDay> days = scope.history();
        LocalDate first = earlier(days.get(0).date(), scope.from());
        LocalDate end = scope.postedEnd().isBefore(scope.end()) ? scope.end() : scope.postedEnd();
        Map<Meter, Sums> sums = sums(new BillingDay(first), new BillingDay(end));
        List<MeterUsage> usage = new ArrayList<>();
        sums.forEach((meter, sum) -> usage.add(new MeterUsage(
                meter.code(),
                sum.of(RatingOutcome.CHARGED),
                sum.of(RatingOutcome.FREE),
                sum.of(RatingOutcome.HELD),
                days.stream()
                        .map(day -> sum.byDay.getOrDefault(day, BigDecimal.ZERO))
                        .toList())));
        return usage;
    }

    private Map<Meter, Sums> sums(BillingDay first, BillingDay end) {
        // A run that failed before it posted has left ratings that the stored sums do not have.
        List<BillingDay> ratedSince = UsageDayTable.ratedSince(jdbc, end).stream()
                .filter(day -> !day.isBefore(first))
                .toList();
        Map<Meter, Sums> sums = new EnumMap<>(Meter.class);
        jdbc.query(
                USAGE,
                row -> {
                    BillingDay day = UsageDayTable.BILLING_DAY.get(row);
                    if (!ratedSince.contains(day)) {
                        add(
                                sums,
                                day,
                                UsageDayTable.OUTCOME.get(row),
                                UsageDayTable.METER.get(row),
                                UsageDayTable.QUANTITY.get(row));
                    }
                },
                first.date(),
                end.date());
        for (BillingDay day : ratedSince) {
            UsageDayTable.sums(jdbc, day)
                    .forEach((outcome, ofOutcome) ->
                            ofOutcome.forEach((meter, quantity) -> add(sums, day, outcome, meter, quantity)));
        }
        return sums;
    }

    private void add(Map<Meter, Sums> sums, BillingDay day, RatingOutcome outcome, Meter meter, BigDecimal quantity) {
        Sums sum = sums.computeIfAbsent(meter, key -> new Sums());
        sum.byDay.merge(day, quantity, BigDecimal::add);
        if (!day.date().isBefore(scope.from()) && day.date().isBefore(scope.end())) {
            sum.byOutcome.merge(outcome, quantity, BigDecimal::add);
        }
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    List<Held> held() {
        return jdbc.query(
                HELD,
                (row, n) -> new Held(row.getString(1), row.getLong(2), row.getLong(3) - row.getLong(2)),
                scope.from(),
                scope.end(),
                scope.end(),
                scope.end());
    }
}
