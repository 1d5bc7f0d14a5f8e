package io.billingcenter.writers.tables.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.billingcenter.domain.digest.Digests;
import io.billingcenter.domain.reconciliation.ControlLevel;
import io.billingcenter.domain.reconciliation.ControlStage;
import io.billingcenter.domain.reconciliation.ControlTotal;
import io.billingcenter.domain.reconciliation.ReconciliationResult;
import io.billingcenter.domain.reconciliation.RunSeal;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.schema.MigratedDatabase;
import io.billingcenter.schema.TableText;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;

/** Control totals are counted once, and a gate remembers how far it was passed. */
class GateWriterTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);

    private JdbcTemplate jdbc;
    private GateWriter gates;

    @BeforeEach
    void database() throws IOException {
        jdbc = MigratedDatabase.create();
        gates = new GateWriter(jdbc);
    }

    @Test
    void aTotalIsStoredWithTheDigestOfItsParts() {
        new ControlTotals(jdbc, 5)
                .insert(List.of(new ControlTotal(
                        ControlStage.POSTED,
                        "w1",
                        DAY,
                        3,
                        "s",
                        "CNY",
                        DAY.plusDays(1),
                        2,
                        new BigDecimal("1.5"),
                        new BigDecimal("-7.25"),
                        "posting 2 abc")));
        assertThat(TableText.of(jdbc, """
                        SELECT stage, workspace_id, control_day, version, subject, currency, posted_day, row_count, quantity,
                          amount, parts, digest, run_id FROM control_total"""))
                .containsExactly("posted|w1|2026-11-21|3|s|CNY|2026-11-22|2|1.50|-7.25|posting 2 abc|"
                        + Digests.sha256("posting 2 abc") + "|5");
    }

    @ParameterizedTest
    @EnumSource(ControlStage.class)
    void aUnitIsCountedOnceInEveryStage(ControlStage stage) {
        ControlTotals totals = new ControlTotals(jdbc, 5);
        totals.insert(List.of());
        totals.insert(List.of(total(stage, "w1", 1)));
        totals.insert(List.of(total(stage, "w1", 2)));
        assertThatThrownBy(() -> new ControlTotals(jdbc, 6).insert(List.of(total(stage, "w1", 1))))
                .isInstanceOf(DuplicateKeyException.class);
        assertThat(TableText.of(jdbc, "SELECT version FROM control_total ORDER BY 1"))
                .containsExactly("1", "2");
    }

    @Test
    void aGateThatWasNeverPassedLooksAtEverythingFromRunZeroOn() {
        new ControlTotals(jdbc, 0).insert(List.of(total(ControlStage.READ, "w1", 1)));
        assertThat(gates.passedRun("usage")).isEqualTo(-1);
        gates.selectUnchecked("usage");
        assertThat(scope()).containsExactly("w1|2026-11-21");
    }

    @Test
    void aPassedGateLooksAtLaterRunsOnly() {
        new ControlTotals(jdbc, 4)
                .insert(List.of(total(ControlStage.READ, "w1", 1), total(ControlStage.RATED, "w2", 1)));
        gates.passed("usage", 4);
        new ControlTotals(jdbc, 5)
                .insert(List.of(
                        total(ControlStage.RATED, "w1", 2),
                        total(ControlStage.POSTED, "w1", 2),
                        total(ControlStage.SETTLED, "w3", 1)));
        gates.selectUnchecked("usage");
        assertThat(scope()).as("each once, and no settlement").containsExactly("w1|2026-11-21");
        gates.selectUnchecked("bills");
        assertThat(scope()).as("another gate was not passed").containsExactly("w1|2026-11-21", "w2|2026-11-21");
    }

    @Test
    void theScopeIsNumberedFromOneWithoutGapsForPaging() {
        for (int i = 0; i < 30; i++) {
            new ControlTotals(jdbc, i).insert(List.of(total(ControlStage.READ, "w" + i % 20, i)));
        }
        gates.selectUnchecked("usage");
        assertThat(TableText.of(jdbc, "SELECT COUNT(*), MIN(scope_number), MAX(scope_number) FROM gate_scope"))
                .containsExactly("20|1|20");
    }

    @Test
    void passingAGateEmptiesItsScopeAndTheLastRunCounts() {
        new ControlTotals(jdbc, 4).insert(List.of(total(ControlStage.READ, "w1", 1)));
        gates.selectUnchecked("usage");
        gates.passed("usage", 4);
        gates.passed("usage", 9);
        assertThat(scope()).isEmpty();
        assertThat(gates.passedRun("usage")).isEqualTo(9);
        assertThat(gates.passedRun("bills")).isEqualTo(-1);
    }

    @Test
    void aRepeatedGateReplacesWhatTheRunFoundAtItBefore() {
        gates.store("usage", 7, result("1", "2"));
        gates.store("bills", 7, result("1", "2"));
        gates.store("usage", 8, result("1", "2"));
        gates.store("usage", 7, result("3", "3"));
        assertThat(TableText.of(
                        jdbc,
                        "SELECT run_id, gate, level, subject, left_value, right_value FROM discrepancy"
                                + " ORDER BY run_id, gate"))
                .containsExactly("7|bills|rounded|line 1|1|2", "8|usage|rounded|line 1|1|2");
        assertThat(TableText.of(
                        jdbc,
                        "SELECT compared, differences, left_sum, right_sum FROM balance_check"
                                + " WHERE run_id = 7 AND gate = 'usage'"))
                .containsExactly("1|0|3.00|3.00");
    }

    @Test
    void manyDifferencesAreCountedAndTheirTextsShortened() {
        ReconciliationResult result = new ReconciliationResult();
        for (int i = 0; i < 1_500; i++) {
            result.compare(ControlLevel.VERSIONS, "k".repeat(5_000), "left", "right");
        }
        gates.store("usage", 7, result);
        assertThat(TableText.of(jdbc, "SELECT compared, differences FROM balance_check"))
                .containsExactly("1500|1500");
        assertThat(TableText.of(
                        jdbc, "SELECT COUNT(*), MIN(item), MAX(item), MAX(CHAR_LENGTH(subject)) FROM discrepancy"))
                .containsExactly("1000|1|1000|3900");
    }

    @Test
    void billsAreLookedAtUpToTheDayAndOnlyIfSettledWhenAsked() {
        postedUnder("2026-11-20", "2026-11-21", "2026-11-22");
        gates.selectUncheckedBills("bills", day("2026-11-21"), false);
        assertThat(days()).containsExactly("2026-11-20", "2026-11-21");
        jdbc.update("INSERT INTO settled_day (posted_day, run_id) VALUES ('2026-11-22', 3)");
        jdbc.update("INSERT INTO settlement_due VALUES ('ba_1', '2026-11-20', 'w1')");
        gates.selectUncheckedBills("bills", day("2026-11-22"), true);
        assertThat(days()).as("a bill that is due again").containsExactly("2026-11-21", "2026-11-22");
        gates.selectBills(day("2026-11-30"));
        assertThat(days()).containsExactly("2026-11-30");
        gates.selectNoBills();
        assertThat(days()).isEmpty();
    }

    @Test
    void sealsAreAppendedAndNeverReplaced() {
        SealWriter seals = new SealWriter(jdbc);
        RunSeal first = RunSeal.after(null, 3, 10, "totals");
        seals.append(first);
        assertThatThrownBy(() -> seals.append(first)).isInstanceOf(DuplicateKeyException.class);
        RunSeal second = RunSeal.after(first, 4, 11, "more");
        seals.append(second);
        assertThat(TableText.of(
                        jdbc, "SELECT seal_number, run_id, totals, totals_digest, seal FROM run_seal ORDER BY 1"))
                .containsExactly("1|3|10|totals|" + first.seal(), "2|4|11|more|" + second.seal());
        assertThat(TableText.of(jdbc, "SELECT previous_seal FROM run_seal WHERE seal_number = 2"))
                .containsExactly(first.seal());
    }

    private static BillingDay day(String text) {
        return BillingDay.parse(text);
    }

    private void postedUnder(String... days) {
        for (int i = 0; i < days.length; i++) {
            new ControlTotals(jdbc, 2)
                    .insert(List.of(total(ControlStage.POSTED, "w1", i + 1, LocalDate.parse(days[i]))));
        }
    }

    private List<String> scope() {
        return TableText.of(jdbc, "SELECT workspace_id, billing_day FROM gate_scope ORDER BY workspace_id");
    }

    private List<String> days() {
        return TableText.of(jdbc, "SELECT posted_day FROM gate_day ORDER BY posted_day");
    }

    private static ReconciliationResult result(String left, String right) {
        ReconciliationResult result = new ReconciliationResult();
        result.compare(ControlLevel.ROUNDED, "line 1", new BigDecimal(left), new BigDecimal(right));
        return result;
    }

    private static ControlTotal total(ControlStage stage, String workspace, int version) {
        return total(stage, workspace, version, null);
    }

    private static ControlTotal total(ControlStage stage, String workspace, int version, @Nullable LocalDate posted) {
        return new ControlTotal(
                stage, workspace, DAY, version, "", "", posted, 1, BigDecimal.ONE, BigDecimal.ZERO, "rows 1 x");
    }
}
