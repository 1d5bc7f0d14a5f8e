package io.billingcenter.schema.billing;

import io.billingcenter.domain.pricing.RatingOutcome;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.usage.Meter;
import io.billingcenter.domain.usage.Usage;
import io.billingcenter.schema.Column;
import io.billingcenter.schema.Table;
import io.billingcenter.schema.TableRow;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;

/** Table {@code usage_day}: the usage of the ratings in force, by billing day, outcome and meter. */
public final class UsageDayTable {

    public static final Table TABLE = Table.named("usage_day");

    public static final Column<BillingDay> BILLING_DAY = TABLE.day("billing_day");
    public static final Column<RatingOutcome> OUTCOME =
            TABLE.code("outcome", RatingOutcome::code, RatingOutcome::ofCode);
    public static final Column<Meter> METER = TABLE.meter("meter");
    public static final Column<BigDecimal> QUANTITY = TABLE.decimal("quantity");

    private static final String NOT_POSTED = """
            SELECT DISTINCT billing_day FROM rated_day
            WHERE posted = FALSE AND is_current = TRUE AND billing_day < ? ORDER BY billing_day""";

    private static final String RATINGS =
            "SELECT outcome, usage FROM rated_day WHERE billing_day = ? AND is_current = TRUE";

    private UsageDayTable() {}

    /** Returns the row of a sum. */
    public static TableRow row(BillingDay day, RatingOutcome outcome, Meter meter, BigDecimal quantity) {
        return TABLE.row()
                .set(BILLING_DAY, day)
                .set(OUTCOME, outcome)
                .set(METER, meter)
                .set(QUANTITY, quantity);
    }

    /** Returns the billing days before that one whose rows may be out of date: they were rated since they were posted last. */
    public static List<BillingDay> ratedSince(JdbcTemplate jdbc, BillingDay end) {
        return jdbc.query(NOT_POSTED, (row, number) -> BILLING_DAY.get(row), end.date());
    }

    /** Returns the usage of the ratings in force of a billing day, from which its rows are made. */
    public static Map<RatingOutcome, Map<Meter, BigDecimal>> sums(JdbcTemplate jdbc, BillingDay day) {
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
        return sums;
    }
}
