package io.billingcenter.domain.usage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OversizeRuleTest {

    /** Billing rules 3.2, D1. */
    @ParameterizedTest
    @CsvSource({"1, 1", "10240, 1", "10241, 1", "20479, 1", "20480, 2", "35840, 3", "0, 1"})
    void splitsALogByWholeLimits(long bytes, long parts) {
        OversizeRule rule = OversizeRule.FLOOR_1024;
        assertThat(rule.parts(bytes, rule.limitBytes(10))).isEqualTo(parts);
    }

    @ParameterizedTest
    @CsvSource({
        "FLOOR_1024, 10, 10240",
        "FLOOR_1000, 10, 10000",
        "CEIL_1024, 2, 2048",
        "CEIL_1000, 300, 300000",
        "FLOOR_1024, 300, 307200"
    })
    void knowsWhatAKilobyteIs(OversizeRule rule, int kilobytes, long bytes) {
        assertThat(rule.limitBytes(kilobytes)).isEqualTo(bytes);
    }

    @ParameterizedTest
    @CsvSource({
        "CEIL_1024, 10240, 1",
        "CEIL_1024, 10241, 2",
        "CEIL_1024, 20480, 2",
        "CEIL_1024, 20481, 3",
        "CEIL_1000, 10000, 1",
        "CEIL_1000, 10001, 2",
        "FLOOR_1000, 19999, 1",
        "FLOOR_1000, 20000, 2",
        "FLOOR_1024, 9223372036854775807, 900719925474099",
        "CEIL_1024, 9223372036854775807, 900719925474100"
    })
    void followsTheSwitch(OversizeRule rule, long bytes, long parts) {
        assertThat(rule.parts(bytes, rule.limitBytes(10))).isEqualTo(parts);
    }
}
