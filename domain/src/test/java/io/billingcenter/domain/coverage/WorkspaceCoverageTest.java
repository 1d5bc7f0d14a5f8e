package io.billingcenter.domain.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.coverage.WorkspaceCoverage.Day;
import io.billingcenter.domain.guard.InputFindingKind;
import io.billingcenter.domain.time.BillingDay;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Verifies the days of a workspace in a coverage grid, with their findings and acknowledgements. */
class WorkspaceCoverageTest {

    @ParameterizedTest
    @CsvSource({
        // fact, finding, known, resulting fact, sign, needs attention
        "MISSING, MISSING, false, SILENT, M, true",
        "MISSING, MISSING, true, SILENT, m, false",
        "FILE, UNREADABLE, false, UNREADABLE, U, true",
        "FILE, UNREADABLE, true, UNREADABLE, u, false",
        "FILE, VANISHED, false, VANISHED, V, true",
        "UNREADABLE, VANISHED, true, UNREADABLE, U, true",
        "ZERO, MISSING, true, ZERO, 0, false",
        "EMPTY, MISSING, false, EMPTY, e, false"
    })
    void aFindingChangesTheSignOfADay(
            CoverageFact fact,
            InputFindingKind finding,
            boolean known,
            CoverageFact result,
            char sign,
            boolean urgent) {
        Day day = new Day(fact, 2, 30).with(finding, known);
        assertThat(day.fact()).isEqualTo(result);
        assertThat(day.sign()).isEqualTo(sign);
        assertThat(day.needsAttention()).isEqualTo(urgent);
        assertThat(day.files()).isEqualTo(2);
        assertThat(day.records()).isEqualTo(30);
    }

    @Test
    void theDaysAreCopied() {
        TreeMap<BillingDay, Day> days = new TreeMap<>();
        WorkspaceCoverage coverage = new WorkspaceCoverage(new WorkspaceId("w"), days);
        days.put(BillingDay.parse("2026-11-21"), Day.MISSING);
        assertThat(coverage.days()).isEmpty();
        assertThat(Day.MISSING.needsAttention()).isFalse();
        assertThat(Day.MISSING.sign()).isEqualTo('.');
    }
}
