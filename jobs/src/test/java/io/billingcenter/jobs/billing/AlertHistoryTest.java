package io.billingcenter.jobs.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.billingcenter.domain.billing.AlertThresholds;
import io.billingcenter.domain.billing.AlertWork;
import io.billingcenter.domain.billing.CheckedDay;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.time.DayRange;
import io.billingcenter.readers.tables.billing.AlertWorkReader;
import io.billingcenter.readers.tables.reference.ReferenceTableReader;
import io.billingcenter.schema.FactRows;
import io.billingcenter.schema.MigratedDatabase;
import io.billingcenter.writers.tables.billing.AlertWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;

/** Nights one after another: what is compared again, and that nobody is told twice of the same. */
class AlertHistoryTest {

    private JdbcTemplate jdbc;

    @BeforeEach
    void createTables() throws IOException {
        jdbc = MigratedDatabase.create();
    }

    @Test
    void anUnchangedDayIsNotComparedAgain() {
        threshold("ws-1", "", "10.00");
        rate("ws-1", "2026-10-15", 1, "log", "10.01");
        assertThat(night("2026-10-15")).containsExactly("ws-1/2026-10-15");
        assertThat(night("2026-10-15")).isEmpty();
        assertThat(night("2026-10-16")).isEmpty();
        assertThat(alerts()).containsExactly("ws-1 2026-10-15  10.01");
        assertThat(jdbc.queryForList("SELECT period || ' ' || workspace_id FROM delivery_due", String.class))
                .containsExactly("2026-10-15 ws-1");
    }

    @Test
    void ofOneItemAndDayOneAlertIsRaisedHoweverOftenTheDayIsRated() {
        threshold("ws-1", "log", "1.00");
        threshold("ws-1", "", "10.00");
        rate("ws-1", "2026-10-15", 1, "log", "1.00");
        night("2026-10-15");
        assertThat(alerts()).isEmpty();
        rate("ws-1", "2026-10-15", 2, "log", "1.01");
        night("2026-10-16");
        rate("ws-1", "2026-10-15", 3, "log", "9.00");
        rate("ws-1", "2026-10-16", 1, "log", "9.00");
        night("2026-10-16");
        assertThat(alerts()).containsExactly("ws-1 2026-10-15 log 1.01", "ws-1 2026-10-16 log 9.00");
        rate("ws-1", "2026-10-15", 4, "log", "10.01");
        night("2026-10-17");
        assertThat(alerts())
                .containsExactly("ws-1 2026-10-15  10.01", "ws-1 2026-10-15 log 1.01", "ws-1 2026-10-16 log 9.00");
    }

    @Test
    void aChangedThresholdIsComparedWithTheDaysOfTheLateWindow() {
        threshold("ws-1", "log", "10.00");
        rate("ws-1", "2026-10-13", 1, "log", "5.00");
        rate("ws-1", "2026-10-15", 1, "log", "5.00");
        assertThat(night("2026-10-15")).hasSize(2);
        jdbc.update("UPDATE alert_threshold SET amount = 4.99");
        assertThat(night("2026-10-16")).containsExactly("ws-1/2026-10-15");
        assertThat(alerts()).containsExactly("ws-1 2026-10-15 log 5.00");
    }

    @Test
    void tiersAreAddedAndOtherWorkspacesAndHeldDaysLeftOut() {
        threshold("ws-1", "log", "1.00");
        threshold("ws-3", "", "0.00");
        rate("ws-1", "2026-10-15", 1, "log", "0.60");
        charge("ws-1", "2026-10-15", 1, "log", 7, "0.41");
        charge("ws-1", "2026-10-15", 1, "trace", 7, "9.00");
        rate("ws-2", "2026-10-15", 1, "log", "99.00");
        rate("ws-3", "2026-10-15", 1, "log", "99.00");
        jdbc.update("UPDATE rated_day SET outcome = 'held' WHERE workspace_id = 'ws-3'");
        assertThat(night("2026-10-15")).containsExactly("ws-1/2026-10-15");
        assertThat(alerts()).containsExactly("ws-1 2026-10-15 log 1.01");
    }

    @Test
    void manyDaysAreReadPageByPage() {
        for (int i = 0; i < 2_100; i++) {
            String workspace = "ws-" + (1_000 + i);
            threshold(workspace, "", i % 2 == 0 ? "1.00" : "2.00");
            rate(workspace, "2026-10-15", 1, "log", "2.00");
        }
        assertThat(night("2026-10-15")).hasSize(2_100);
        assertThat(alerts()).hasSize(1_050);
        assertThat(night("2026-10-15")).isEmpty();
    }

    @Test
    void theTableTakesNoSecondAlertOfAnItem() {
        threshold("ws-1", "", "1.00");
        rate("ws-1", "2026-10-15", 1, "log", "2.00");
        List<AlertWork> work = work("2026-10-15");
        write(work);
        assertThatExceptionOfType(DuplicateKeyException.class).isThrownBy(() -> write(work));
    }

    /** The workspace-days that were compared. */
    private List<String> night(String day) {
        List<AlertWork> work = work(day);
        write(work);
        return work.stream().map(item -> item.workspaceDay().toString()).toList();
    }

    /** The late window has two days here. */
    private List<AlertWork> work(String day) {
        BillingDay last = BillingDay.parse(day);
        AlertWorkReader reader =
                new AlertWorkReader(jdbc, new DayRange(last.minusDays(2), last.plusDays(1)), thresholds());
        List<AlertWork> work = new ArrayList<>();
        for (AlertWork item = reader.read(); item != null; item = reader.read()) {
            work.add(item);
        }
        return work;
    }

    private void write(List<AlertWork> work) {
        AlertThresholds thresholds = thresholds();
        new AlertWriter(jdbc, 1)
                .write(new Chunk<>(work.stream()
                        .map(item -> new CheckedDay(item, thresholds.raised(item)))
                        .toList()));
    }

    private AlertThresholds thresholds() {
        return new AlertThresholds(new ReferenceTableReader(jdbc).alertThresholds());
    }

    private List<String> alerts() {
        return jdbc.queryForList("""
                SELECT workspace_id || ' ' || CAST(billing_day AS VARCHAR(10)) || ' ' || meter || ' ' || amount
                FROM raised_alert ORDER BY workspace_id, billing_day, meter""", String.class);
    }

    private void threshold(String workspace, String meter, String amount) {
        jdbc.update(
                "INSERT INTO alert_threshold (workspace_id, meter, from_day, amount) VALUES (?, ?, DATE '2026-01-01', ?)",
                workspace,
                meter,
                new BigDecimal(amount));
    }

    private void rate(String workspace, String day, int rating, String meter, String amount) {
        jdbc.update(
                "UPDATE rated_day SET is_current = FALSE WHERE workspace_id = ? AND billing_day = CAST(? AS DATE)",
                workspace,
                day);
        jdbc.update("""
                INSERT INTO rated_day (workspace_id, billing_day, rating, revision, terms_digest, outcome, is_current,
                  posted, run_id) VALUES (?, CAST(? AS DATE), ?, 1, 'terms', 'charged', TRUE, TRUE, 1)""", workspace, day, rating);
        charge(workspace, day, rating, meter, 14, amount);
    }

    private void charge(String workspace, String day, int rating, String meter, int days, String amount) {
        new FactRows(jdbc)
                .charge(
                        workspace,
                        LocalDate.parse(day),
                        rating,
                        FactRows.charge(meter, days, null, "CNY", new BigDecimal(amount)));
    }
}
