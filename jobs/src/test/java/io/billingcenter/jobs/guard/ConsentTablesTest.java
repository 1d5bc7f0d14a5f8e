package io.billingcenter.jobs.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.billingcenter.domain.guard.AccountConsent;
import io.billingcenter.domain.guard.Acknowledgement;
import io.billingcenter.domain.guard.Consent;
import io.billingcenter.domain.guard.ConsentKind;
import io.billingcenter.domain.guard.GuardFinding;
import io.billingcenter.domain.guard.GuardLevel;
import io.billingcenter.domain.guard.GuardReason;
import io.billingcenter.domain.guard.GuardStop;
import io.billingcenter.domain.guard.OpenCell;
import io.billingcenter.domain.reconciliation.Discrepancy;
import io.billingcenter.domain.reconciliation.ReconciliationResult;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.readers.tables.guard.ConsentReader;
import io.billingcenter.readers.tables.reconciliation.Verification;
import io.billingcenter.schema.MigratedDatabase;
import io.billingcenter.writers.tables.guard.ConsentWriter;
import io.billingcenter.writers.tables.guard.GuardStopWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Stops, consents and acknowledgements through the tables, and every later change of them found by verify. */
class ConsentTablesTest {

    private static final BillingDay DAY = BillingDay.parse("2026-11-21");
    private static final Consent.Given BY = new Consent.Given("clerk", "2026-11-22T01:00:00Z");

    private JdbcTemplate jdbc;

    @BeforeEach
    void createTables() throws IOException {
        jdbc = MigratedDatabase.create();
    }

    /** Consent is to the amounts that a person saw: a list that has grown is another version of the same fingerprint. */
    @Test
    void consentIsToOneVersionOfAList() {
        GuardStop seen = stop("100.00");
        store(stop("90"), 1);
        store(seen, 2);
        assertThat(count("guard_stop")).isEqualTo(1);
        assertThat(reader().covers(seen)).isFalse();
        ConsentReader.StoredStop stored = reader().find(seen.fingerprint()).orElseThrow();
        assertThat(stored.stop().findings()).isEqualTo(seen.findings());
        assertThat(stored.consented()).isFalse();

        consent(stored.subject());
        assertThat(reader().covers(seen)).isTrue();
        assertThat(reader().covers(stop("110"))).isTrue();
        assertThat(reader().covers(stop("110.01"))).isFalse();
        store(stop("200"), 3);
        assertThat(count("guard_stop")).isEqualTo(2);
        assertThat(reader().find(seen.fingerprint()).orElseThrow().version()).isEqualTo(2);
        assertThat(reader().covers(stop("200"))).isFalse();
        assertThat(reader().covers(seen)).isTrue();
        assertThat(reader().find("0123456789ab")).isEmpty();
        assertThat(reader().fingerprints(GuardLevel.NIGHT, DAY, "acct-1")).containsExactly(seen.fingerprint());
        assertThat(reader().fingerprints(GuardLevel.NIGHT, DAY, "acct-3")).isEmpty();
    }

    @Test
    void contentsOfReferenceFilesAreConsentedToOneByOne() {
        store(reference("a.csv sha256:1", "b.csv sha256:2"), 1);
        consent(reader().find(reference("a.csv sha256:1", "b.csv sha256:2").fingerprint())
                .orElseThrow()
                .subject());
        assertThat(reader().covers(reference("b.csv sha256:2"))).isTrue();
        assertThat(reader().covers(reference("b.csv sha256:3"))).isFalse();
        assertThat(reader().covers(reference("a.csv sha256:1", "c.csv sha256:9")))
                .isFalse();
    }

    @Test
    void accountsHaveDays() {
        new ConsentWriter(jdbc).add(new Consent(ConsentKind.ACCOUNT, "acct-1", DAY, DAY.plusDays(3), "has grown", BY));
        assertThat(reader().accountConsents()).containsExactly(new AccountConsent("acct-1", DAY, DAY.plusDays(3)));
        assertThat(reader().has(ConsentKind.ACCOUNT, "acct-1")).isTrue();
        assertThat(reader().has(ConsentKind.STORE, "acct-1")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE consent SET reason = 'other' WHERE consent_number = 1",
                "UPDATE consent SET given_by = 'other' WHERE consent_number = 2",
                "UPDATE consent SET to_day = DATE '2027-01-01' WHERE consent_number = 2",
                "DELETE FROM consent WHERE consent_number = 1",
                "INSERT INTO consent VALUES (3, 'account', 'acct-2', DATE '2026-11-21', DATE '2026-11-22', 'r', 'b', 'w')",
                "UPDATE guard_stop SET command_day = DATE '2026-11-22'",
                "UPDATE guard_stop_reason SET amount = 1000000 WHERE item = 1",
                "DELETE FROM guard_stop_reason",
                "UPDATE acknowledgement SET until_day = DATE '2027-01-01'",
                "DELETE FROM acknowledgement",
                "INSERT INTO acknowledged_cell VALUES (1, 'ws-9', DATE '2026-11-21', 'no_price', 'log', 14)",
                "DELETE FROM acknowledged_cell",
                "UPDATE control_total SET parts = '' WHERE stage = 'consent' AND subject = 'consent' AND version = 1"
            })
    void everyChangeIsFound(String change) {
        store(stop("100"), 1);
        consent(reader().find(stop("100").fingerprint()).orElseThrow().subject());
        new ConsentWriter(jdbc).add(new Consent(ConsentKind.ACCOUNT, "acct-1", DAY, DAY.plusDays(3), "has grown", BY));
        OpenCell.Key cell = new OpenCell.Key("ws-1", DAY, "no_price", "log", 14);
        new ConsentWriter(jdbc)
                .add(
                        new Acknowledgement("ws-1", null, DAY.plusDays(1), "no_price", "", "known", BY),
                        List.of(cell, cell));
        assertThat(count("acknowledged_cell")).isEqualTo(1);
        assertThat(found()).isEmpty();
        assertThat(jdbc.update(change)).as(change).isPositive();
        assertThat(found()).as(change).isNotEmpty();
    }

    /** The totals wait for the next run that seals, and are not taken for ones that a run has left unsealed. */
    @Test
    void theNextRunSealsThem() {
        jdbc.update("INSERT INTO gate_passed (gate, run_id) VALUES ('seal', 8)");
        jdbc.update("INSERT INTO run_seal VALUES (1, 6, '', 0, 'd', 's')");
        new ConsentWriter(jdbc).add(Consent.of(ConsentKind.STORE, "2026-11-21", "meant", BY));
        assertThat(jdbc.queryForList("SELECT run_id FROM control_total", Long.class))
                .containsExactly(9L);
    }

    private List<Discrepancy> found() {
        ReconciliationResult sheet = new ReconciliationResult();
        new Verification(jdbc, Path.of("target"), sheet).verify(-1, true);
        return sheet.discrepancies();
    }

    private ConsentReader reader() {
        return new ConsentReader(jdbc);
    }

    private void store(GuardStop stop, long runId) {
        new GuardStopWriter(jdbc).store(stop, runId);
    }

    private void consent(String subject) {
        new ConsentWriter(jdbc).add(Consent.of(ConsentKind.STOP, subject, "is right", BY));
    }

    private int count(String table) {
        Integer count = jdbc.queryForObject("SELECT COUNT(*) FROM " + table, Integer.class);
        return count == null ? 0 : count;
    }

    private static GuardStop stop(String amount) {
        return new GuardStop(
                GuardLevel.NIGHT,
                DAY,
                "",
                List.of(
                        new GuardFinding(
                                GuardReason.ADJUSTMENTS_BELOW_ZERO, "acct-1", "CNY", new BigDecimal(amount), "much"),
                        new GuardFinding(
                                GuardReason.ADJUSTMENTS_BELOW_ZERO, "acct-2", "USD", new BigDecimal("5.00"), "much")));
    }

    private static GuardStop reference(String... subjects) {
        return new GuardStop(
                GuardLevel.REFERENCE,
                DAY,
                "",
                List.of(subjects).stream()
                        .map(subject -> new GuardFinding(
                                GuardReason.REFERENCE_SHRUNK, subject, "", BigDecimal.TEN, "rows are gone"))
                        .toList());
    }
}
