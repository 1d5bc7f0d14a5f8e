package io.billingcenter.readers.tables.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.billingcenter.domain.delivery.DeliveryPeriod;
import io.billingcenter.domain.report.RunReport.MeterUsage;
import io.billingcenter.domain.usage.Meter;
import io.billingcenter.domain.usage.MeterTier;
import io.billingcenter.domain.usage.Usage;
import io.billingcenter.schema.FactRows;
import io.billingcenter.schema.MigratedDatabase;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** The usage in a report is that of the ratings in force, whether their sums are stored or not. */
class UsageFiguresTest {

    private static final DeliveryPeriod DAY = DeliveryPeriod.parse("2026-11-21");

    private JdbcTemplate jdbc;

    @BeforeEach
    void emptyDatabase() throws IOException {
        jdbc = MigratedDatabase.create();
    }

    @Test
    void postedDaysAreReadFromTheStoredSums() {
        jdbc.update("INSERT INTO usage_day VALUES (DATE '2026-11-21', 'charged', 'log', 7.5),"
                + " (DATE '2026-11-21', 'held', 'log', 2), (DATE '2026-11-08', 'free', 'sms', 4),"
                + " (DATE '2026-11-07', 'free', 'sms', 99), (DATE '2026-11-22', 'free', 'sms', 99)");
        assertThat(figures()).containsExactlyInAnyOrder("log 7.5 0 2 [9.5]", "sms 0 0 0 [4]");
    }

    /** As a run leaves it that was stopped between rating and posting. */
    @Test
    void aDayThatWasRatedSinceItWasPostedIsAddedUp() {
        jdbc.update("INSERT INTO usage_day VALUES (DATE '2026-11-21', 'charged', 'log', 7.5),"
                + " (DATE '2026-11-20', 'charged', 'trace', 3)");
        rated("ws-1", "2026-11-21", 1, false, true, "7.5");
        rated("ws-1", "2026-11-21", 2, true, false, "8");
        rated("ws-2", "2026-11-21", 1, true, true, "1");
        rated("ws-1", "2026-11-22", 1, true, false, "5");
        rated("ws-1", "2026-11-01", 1, true, false, "5");
        assertThat(figures()).containsExactlyInAnyOrder("log 9 0 0 [9]", "trace 0 0 0 [3]");
    }

    private List<String> figures() {
        return new UsageFigures(jdbc, new ReportScope(1, DAY, DAY))
                .byMeter().stream().map(UsageFiguresTest::text).toList();
    }

    private static String text(MeterUsage usage) {
        return usage.meter() + " " + text(usage.charged()) + " " + text(usage.free()) + " " + text(usage.held()) + " "
                + usage.daily().stream()
                        .filter(quantity -> quantity.signum() != 0)
                        .map(UsageFiguresTest::text)
                        .toList();
    }

    private static String text(BigDecimal quantity) {
        return quantity.signum() == 0 ? "0" : quantity.stripTrailingZeros().toPlainString();
    }

    private void rated(String workspace, String day, int rating, boolean current, boolean posted, String quantity) {
        LocalDate date = LocalDate.parse(day);
        jdbc.update(
                "INSERT INTO rated_day (workspace_id, billing_day, rating, revision, terms_digest, outcome, is_current,"
                        + " posted, run_id) VALUES (?, ?, ?, 1, 't', 'charged', ?, ?, 1)",
                workspace,
                date,
                rating,
                current,
                posted);
        new FactRows(jdbc)
                .usage(workspace, date, rating, new Usage(new MeterTier(Meter.LOG, 14), new BigDecimal(quantity)));
    }
}
