package io.billingcenter.writers.tables.billing;

import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.schema.TableRow;
import io.billingcenter.schema.billing.UsageDayTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The sums of usage by billing day, outcome and meter: table {@code usage_day}. They are made of the ratings in force, a whole
 * billing day at once, so that a repeat gives the same.
 */
public final class UsageDaySums {

    private static final int FETCH_ROWS = 1_000;

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
        for (BillingDay day : UsageDayTable.ratedSince(jdbc, until.plusDays(1))) {
            List<TableRow> rows = new ArrayList<>();
            UsageDayTable.sums(jdbc, day)
                    .forEach((outcome, ofOutcome) -> ofOutcome.forEach(
                            (meter, quantity) -> rows.add(UsageDayTable.row(day, outcome, meter, quantity))));
            jdbc.update("DELETE FROM usage_day WHERE billing_day = ?", day.date());
            UsageDayTable.TABLE.insert(jdbc, rows);
        }
    }
}
