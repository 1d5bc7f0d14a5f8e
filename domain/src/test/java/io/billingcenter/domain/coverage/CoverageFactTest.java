package io.billingcenter.domain.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import io.billingcenter.domain.guard.InputFindingKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CoverageFactTest {

    /** The last rows are files that cannot be read, which must never count as empty. */
    @ParameterizedTest
    @CsvSource({
        "0, 0, 0, false, MISSING",
        "1, 0, 5, true, FILE",
        "2, 0, 0, false, EMPTY",
        "1, 0, 5, false, ZERO",
        "1, 1, 0, false, ZERO",
        "2, 1, 5, true, FILE"
    })
    void isOneOfFour(long files, long unreadable, long records, boolean hasUsage, CoverageFact expected) {
        assertThat(CoverageFact.of(files, unreadable, records, hasUsage)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "MISSING, MISSING, SILENT",
        "FILE, MISSING, FILE",
        "FILE, UNREADABLE, UNREADABLE",
        "MISSING, UNREADABLE, UNREADABLE",
        "FILE, VANISHED, VANISHED",
        "UNREADABLE, VANISHED, UNREADABLE",
        "VANISHED, UNREADABLE, UNREADABLE"
    })
    void aFindingSaysMore(CoverageFact fact, InputFindingKind finding, CoverageFact expected) {
        assertThat(fact.with(finding)).isEqualTo(expected);
    }

    /** A day with two findings is acknowledged only if both are. */
    @Test
    void isAcknowledgedAsAWhole() {
        WorkspaceCoverage.Day day = new WorkspaceCoverage.Day(CoverageFact.FILE, 1, 5);
        assertThat(day.needsAttention()).isFalse();
        WorkspaceCoverage.Day one = day.with(InputFindingKind.UNREADABLE, true);
        assertThat(one.needsAttention()).isFalse();
        assertThat(one.sign()).isEqualTo('u');
        assertThat(one.with(InputFindingKind.VANISHED, false).needsAttention()).isTrue();
        assertThat(one.with(InputFindingKind.VANISHED, true).needsAttention()).isFalse();
        assertThat(day.with(InputFindingKind.VANISHED, false)
                        .with(InputFindingKind.UNREADABLE, true)
                        .sign())
                .isEqualTo('U');
    }
}
