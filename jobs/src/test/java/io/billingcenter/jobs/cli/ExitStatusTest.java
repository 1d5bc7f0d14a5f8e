package io.billingcenter.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The worse of two statuses: what a night leaves to be looked at is less than a night that was refused. */
class ExitStatusTest {

    @ParameterizedTest
    @CsvSource({
        "DONE, DONE, DONE",
        "DONE, ATTENTION, ATTENTION",
        "ATTENTION, WRONG_USE, WRONG_USE",
        "WRONG_USE, OUT_OF_BALANCE, OUT_OF_BALANCE",
        "OUT_OF_BALANCE, GUARD_STOPPED, GUARD_STOPPED",
        "GUARD_STOPPED, FAILED, FAILED",
        "FAILED, BUSY, BUSY",
        "ATTENTION, TERMINATED, TERMINATED"
    })
    void isTheSameBothWays(ExitStatus one, ExitStatus other, ExitStatus worse) {
        assertThat(one.worse(other)).isEqualTo(worse);
        assertThat(other.worse(one)).isEqualTo(worse);
    }
}
