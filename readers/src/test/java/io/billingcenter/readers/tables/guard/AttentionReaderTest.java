package io.billingcenter.readers.tables.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.guard.AttentionItem;
import io.billingcenter.domain.guard.SilenceLimit;
import io.billingcenter.domain.metering.plan.QuarantineLimit;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.schema.FactRows;
import io.billingcenter.schema.MigratedDatabase;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads what is to be looked at after a run from rows of every kind. */
class AttentionReaderTest {

    private static final BillingDay DAY = BillingDay.parse("2026-11-21");
    private static final LocalDate DATE = DAY.date();
    private static final long RUN = 7;

    private JdbcTemplate jdbc;

    @BeforeEach
    void createTables() throws IOException {
        jdbc = MigratedDatabase.create();
    }

    @Test
    void everyKindOfHoldAndFindingIsOneItem() {
        rated("ws-1", DATE, 1, "held", true);
        held("ws-1", DATE, "no_price", "log", 14);
        held("ws-1", DATE, "no_price", "log", 30);
        rated("ws-2", DATE, 1, "held", false);
        held("ws-2", DATE, "no_binding", "", 0);
        jdbc.update("INSERT INTO late_day VALUES ('ws-3', ?, 'too late', 1)", DATE.minusDays(90));
        jdbc.update("INSERT INTO fee_hold VALUES (?, 'p-1', 'ws-4', 'no_binding', 'nobody pays')", DATE.minusDays(1));
        finding("ws-5", DATE.minusDays(2), "unreadable", "a.csv");
        finding("ws-5", DATE.minusDays(2), "unreadable", "b.csv");
        finding("ws-6", DATE, "vanished", "c.csv");
        finding("ws-6", DATE.plusDays(1), "vanished", "c.csv");
        assertThat(items())
                .containsExactly(
                        "late_window ws-3 2026-08-23",
                        "no_binding ws-4 2026-11-20",
                        "no_price ws-1 2026-11-21",
                        "unreadable ws-5 2026-11-19",
                        "vanished ws-6 2026-11-21");

        jdbc.update("INSERT INTO acknowledged_cell VALUES (1, 'ws-5', ?, 'unreadable', '', 0)", DATE.minusDays(2));
        jdbc.update("INSERT INTO acknowledged_cell VALUES (1, 'ws-1', ?, 'no_price', 'log', 14)", DATE);
        jdbc.update(
                "INSERT INTO acknowledgement VALUES (2, '', NULL, ?, 'late_window', '', 'n', 'b', 'w')",
                DATE.minusDays(90));
        jdbc.update("INSERT INTO acknowledgement VALUES (3, 'ws-6', ?, ?, 'vanished', '', 'n', 'b', 'w')", DATE, DATE);
        jdbc.update("INSERT INTO acknowledgement VALUES (4, 'ws-4', NULL, NULL, 'no_binding', '', 'n', 'b', 'w')");
        assertThat(items()).containsExactly("no_binding ws-4 2026-11-20", "no_price ws-1 2026-11-21");
        assertThat(new OpenCellReader(jdbc).upTo(DAY)).hasSize(7);
    }

    /** Of five that fall silent, one has been silent before; the others alone count. */
    @Test
    void onlyTheFirstNightOfASilenceCounts() {
        IntStream.rangeClosed(1, 5).forEach(i -> {
            finding("ws-" + i, DATE, "missing", "");
            reading("ws-" + i, DATE.minusDays(i == 1 ? 2 : 1), 10, 0, 1);
        });
        finding("ws-1", DATE.minusDays(1), "missing", "");
        assertThat(new SilenceReader(jdbc).fallenSilent(DAY)).containsOnlyKeys("ws-2", "ws-3", "ws-4", "ws-5");
        assertThat(items())
                .as("four, without charges")
                .containsExactly(
                        "missing ws-1 2026-11-21 listed",
                        "missing ws-2 2026-11-21 listed",
                        "missing ws-3 2026-11-21 listed",
                        "missing ws-4 2026-11-21 listed",
                        "missing ws-5 2026-11-21 listed");
        rated("ws-2", DATE.minusDays(1), 1, "charged", true);
        rated("ws-9", DATE.minusDays(1), 1, "charged", true);
        charge("ws-2", "1.01");
        charge("ws-9", "98.99");
        assertThat(items()).as("1.01 %").contains("missing ws-1 2026-11-21 listed", "missing ws-2 2026-11-21");
        charge("ws-9", "901.01");
        assertThat(items()).contains("missing ws-2 2026-11-21 listed");
        jdbc.update("DELETE FROM input_finding WHERE billing_day < ?", DATE);
        reading("ws-1", DATE.minusDays(1), 10, 0, 1);
        assertThat(items()).as("five").contains("missing ws-1 2026-11-21");
    }

    @Test
    void badRecordsAreThoseOfTheNight() {
        reading("ws-1", DATE, 10_000, 101, 1);
        reading("ws-2", DATE, 10_100, 101, 1);
        reading("ws-3", DATE, 9_000, 100, 1);
        reading("ws-4", DATE.minusDays(3), 500, 200, RUN);
        reading("ws-5", DATE.minusDays(3), 500, 200, RUN - 1);
        reading("ws-6", DATE.plusDays(1), 500, 200, RUN);
        assertThat(items()).containsExactly("quarantined ws-4 2026-11-18", "quarantined ws-1 2026-11-21");
    }

    @Test
    void aNightOfBadRecordsOnly() {
        reading("ws-1", DATE, 3, 3, 1);
        reading("ws-2", DATE, 1, 1, 1);
        assertThat(items()).containsExactly("quarantined  2026-11-21");
        reading("ws-3", DATE, 1, 0, 1);
        assertThat(items()).isEmpty();
    }

    @Test
    void daysWithFilesAreReadInBlocks() {
        List<WorkspaceId> many = IntStream.range(0, 1_100)
                .mapToObj(i -> new WorkspaceId("w" + i))
                .toList();
        many.forEach(workspace -> jdbc.update(
                "INSERT INTO workspace VALUES (?, 'n', 'cn1', 'c', 'es', 'website', ?)", workspace.value(), DATE));
        reading("w0", DATE, 1, 0, 1);
        reading("w1099", DATE.minusDays(1), 1, 0, 1);
        reading("w1099", DATE.minusDays(9), 1, 0, 1);
        reading("elsewhere", DATE, 1, 0, 1);
        SilenceReader reader = new SilenceReader(jdbc);
        assertThat(reader.daysWithFiles(many, DAY.minusDays(8), DAY.plusDays(1)))
                .isEqualTo(
                        Map.of(new WorkspaceId("w0"), Set.of(DAY), new WorkspaceId("w1099"), Set.of(DAY.minusDays(1))));
        finding("w5", DATE, "unreadable", "a.csv");
        finding("w6", DATE, "missing", "");
        assertThat(reader.withFiles(DAY))
                .containsExactlyInAnyOrder(new WorkspaceId("w0"), new WorkspaceId("w5"), new WorkspaceId("elsewhere"));
    }

    private List<String> items() {
        return new AttentionReader(jdbc, new SilenceLimit(1, 5, 1), new QuarantineLimit(100, 100))
                .after(DAY, RUN).stream().map(AttentionReaderTest::text).toList();
    }

    private static String text(AttentionItem item) {
        return item.kind() + " " + item.workspace() + " " + item.day() + (item.urgent() ? "" : " listed");
    }

    private void rated(String workspace, LocalDate day, int rating, String outcome, boolean current) {
        jdbc.update(
                "INSERT INTO rated_day (workspace_id, billing_day, rating, revision, terms_digest, outcome, account_id, settlement,"
                        + " is_current, posted, run_id) VALUES (?, ?, ?, 1, 't', ?, 'a', 'wallet', ?, TRUE, 1)",
                workspace,
                day,
                rating,
                outcome,
                current);
    }

    private void held(String workspace, LocalDate day, String reason, String meter, int retention) {
        jdbc.update(
                "INSERT INTO day_hold VALUES (?, ?, 1, ?, ?, ?, NULL, 'held')",
                workspace,
                day,
                reason,
                meter,
                retention);
    }

    private void charge(String workspace, String amount) {
        new FactRows(jdbc)
                .charge(
                        workspace,
                        DATE.minusDays(1),
                        1,
                        FactRows.charge("log", 14, BigDecimal.ONE, "CNY", new BigDecimal(amount)));
    }

    private void finding(String workspace, LocalDate day, String finding, String subject) {
        jdbc.update("INSERT INTO input_finding VALUES (?, ?, ?, ?, 'found', 1)", workspace, day, finding, subject);
    }

    private void reading(String workspace, LocalDate day, long records, long bad, long run) {
        jdbc.update(
                "INSERT INTO day_reading VALUES (?, ?, 1, 'd', 1, 1, 0, ?, ?, 0, ?, ?, FALSE, TRUE, ?)",
                workspace,
                day,
                records,
                records - bad,
                bad == 0 ? 0 : 1,
                bad == 0 ? 0 : bad - 1,
                run);
    }
}
