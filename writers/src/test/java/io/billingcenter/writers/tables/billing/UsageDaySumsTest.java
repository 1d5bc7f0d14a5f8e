package io.billingcenter.writers.tables.billing;

import static org.assertj.core.api.Assertions.assertThat;

import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.usage.Meter;
import io.billingcenter.domain.usage.MeterTier;
import io.billingcenter.domain.usage.Usage;
import io.billingcenter.schema.FactRows;
import io.billingcenter.schema.MigratedDatabase;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

class UsageDaySumsTest {

    private static final BillingDay DAY = BillingDay.parse("2026-11-21");
    private static final String ROWS =
            "SELECT billing_day, outcome, meter, quantity FROM usage_day ORDER BY billing_day, outcome, meter";

    /** Returns the sums of the rows of the view. */
    private static final String SUMS = """
            SELECT r.billing_day, r.outcome, u.meter, SUM(u.quantity) AS quantity FROM rated_day r
            JOIN usage u ON u.workspace_id = r.workspace_id AND u.billing_day = r.billing_day AND u.rating = r.rating
            WHERE r.is_current = TRUE AND r.billing_day <= ?
            GROUP BY r.billing_day, r.outcome, u.meter ORDER BY r.billing_day, r.outcome, u.meter""";

    private JdbcTemplate jdbc;
    private UsageDaySums sums;

    @BeforeEach
    void emptyDatabase() throws IOException {
        jdbc = MigratedDatabase.create();
        sums = new UsageDaySums(jdbc);
    }

    @Test
    void aBillingDayIsAddedUpAnewWhenItWasRatedSinceItWasPosted() {
        rated("ws-1", "2026-11-20", 1, "charged", true, true);
        usage("ws-1", "2026-11-20", 1, Meter.LOG, "7");
        rated("ws-1", "2026-11-21", 1, "charged", false, true);
        usage("ws-1", "2026-11-21", 1, Meter.LOG, "99");
        rated("ws-1", "2026-11-21", 2, "held", true, false);
        usage("ws-1", "2026-11-21", 2, Meter.LOG, "1.5");
        usage("ws-1", "2026-11-21", 2, Meter.LOG, "2.25");
        rated("ws-2", "2026-11-21", 1, "held", true, true);
        usage("ws-2", "2026-11-21", 1, Meter.LOG, "10");
        rated("ws-3", "2026-11-21", 1, "free", true, true);
        usage("ws-3", "2026-11-21", 1, Meter.SMS, "4");
        rated("ws-1", "2026-11-22", 1, "charged", true, false);
        usage("ws-1", "2026-11-22", 1, Meter.LOG, "5");
        jdbc.update("INSERT INTO usage_day VALUES (DATE '2026-11-21', 'charged', 'log', 99)");
        for (int i = 0; i < 2; i++) {
            sums.refresh(DAY);
            assertThat(rows(ROWS)).containsExactly("2026-11-21 free sms 4", "2026-11-21 held log 13.75");
        }
        jdbc.update("DELETE FROM rated_day WHERE workspace_id = 'ws-3'");
        sums.refresh(DAY);
        assertThat(rows(ROWS)).containsExactly("2026-11-21 held log 13.75");
    }

    /** Nights of random ratings; each is refreshed, then posted. */
    @Test
    void theSumsAreThoseOfTheRatingsInForce() {
        Random random = new Random(20_261_201);
        int[][] ratings = new int[6][8];
        for (int night = 0; night < 8; night++) {
            for (int workspace = 0; workspace < 6; workspace++) {
                for (int day = 0; day <= night; day++) {
                    if (day == night || random.nextInt(4) == 0) {
                        rate(random, workspace, DAY.plusDays(day), ++ratings[workspace][day]);
                    }
                }
            }
            sums.refresh(DAY.plusDays(night));
            assertThat(rows(ROWS))
                    .as("night " + night)
                    .isNotEmpty()
                    .isEqualTo(rows(SUMS, DAY.plusDays(night).date()));
            jdbc.update("UPDATE rated_day SET posted = TRUE");
        }
    }

    private void rate(Random random, int workspace, BillingDay day, int rating) {
        String id = "ws-" + workspace;
        jdbc.update(
                "UPDATE rated_day SET is_current = FALSE WHERE workspace_id = ? AND billing_day = ?", id, day.date());
        String outcome = List.of("charged", "free", "held").get(random.nextInt(3));
        rated(id, day.toString(), rating, outcome, true, false);
        for (int i = random.nextInt(4); i > 0; i--) {
            Meter meter = Meter.values()[random.nextInt(Meter.values().length)];
            usage(
                    id,
                    day.toString(),
                    rating,
                    meter,
                    BigDecimal.valueOf(random.nextInt(100_000), 2).toString());
        }
    }

    private List<String> rows(String query, Object... arguments) {
        return new ArrayList<>(jdbc.query(
                query,
                (row, number) -> row.getString(1) + " " + row.getString(2) + " " + row.getString(3) + " "
                        + row.getBigDecimal(4).stripTrailingZeros().toPlainString(),
                arguments));
    }

    private void rated(String workspace, String day, int rating, String outcome, boolean current, boolean posted) {
        jdbc.update(
                "INSERT INTO rated_day (workspace_id, billing_day, rating, revision, terms_digest, outcome, is_current,"
                        + " posted, run_id) VALUES (?, ?, ?, 1, 't', ?, ?, ?, 1)",
                workspace,
                LocalDate.parse(day),
                rating,
                outcome,
                current,
                posted);
    }

    private void usage(String workspace, String day, int rating, Meter meter, String quantity) {
        new FactRows(jdbc)
                .usage(
                        workspace,
                        LocalDate.parse(day),
                        rating,
                        new Usage(new MeterTier(meter, 14), new BigDecimal(quantity)));
    }
}
