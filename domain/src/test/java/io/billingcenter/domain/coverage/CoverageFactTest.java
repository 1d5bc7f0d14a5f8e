package io.billingcenter.domain.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CoverageFactTest {

    /** The last rows are files that cannot be read: never taken for empty ones. */
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
}
