package io.billingcenter.writers.tables.billing;

import io.billingcenter.domain.pricing.RatingOutcome;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.usage.Meter;
import io.billingcenter.domain.usage.Usage;
import io.billingcenter.schema.TableRow;
import io.billingcenter.schema.billing.RatedDayTable;
import io.billingcenter.schema.billing.UsageDayTable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The sums of usage by billing day, outcome and meter: table {@code usage_day}. They are made of the ratings in force, a whole
 * billing day at once, so that a repeat gives the same.
 */
public final class UsageDaySums {

    private static final int FETCH_ROWS = 1_000;

    private static final String RATED_SINCE = """
            SELECT DISTINCT billing_day FROM rated_day
            WHERE posted = FALSE AND is_current = TRUE AND billing_day <= ? ORDER BY billing_day""";

    private static final String RATINGS =
            "SELECT outcome, usage FROM rated_day WHERE billing_day = ? AND is_current = TRUE";

    private final JdbcTemplate jdbc;

    /** Writes through connections of the template's data source; in the caller's transaction. */
    public UsageDaySums(JdbcTemplate jdbc) {
        this.jdbc = new JdbcTemplate(Objects.requireNonNull(jdbc.getDataSource(), "data source"));
        this.jdbc.setFetchSize(FETCH_ROWS);
    }

    /**
     * Brings the sums of all billing days up to date that were rated since they were posted last.
     *
     * @param until last billing day
     */
    public void refresh(BillingDay until) {
        List<LocalDate> days =
                jdbc.query(RATED_SINCE, (row, number) -> row.getObject(1, LocalDate.class), until.date());
        for (LocalDate day : days) {
            refreshDay(new BillingDay(day));
        }
    }

    private void refreshDay(BillingDay day) {
        Map<RatingOutcome, Map<Meter, BigDecimal>> sums = new EnumMap<>(RatingOutcome.class);
        jdbc.query(
                RATINGS,
                row -> {
                    Map<Meter, BigDecimal> ofOutcome =
                            sums.computeIfAbsent(RatedDayTable.OUTCOME.get(row), outcome -> new EnumMap<>(Meter.class));
                    for (Usage used : RatedDayTable.usage(row)) {
                        ofOutcome.merge(used.tier().meter(), used.quantity(), BigDecimal::add);
                    }
                },
                day.date());
        List<TableRow> rows = new ArrayList<>();
        sums.forEach((outcome, ofOutcome) ->
                ofOutcome.forEach((meter, quantity) -> rows.add(UsageDayTable.row(day, outcome, meter, quantity))));
        jdbc.update("DELETE FROM usage_day WHERE billing_day = ?", day.date());
        UsageDayTable.TABLE.insert(jdbc, rows);
    }
}
