package io.billingcenter.jobs.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProgressEstimatorTest {

    private static final Instant START = Instant.parse("2026-10-16T01:00:00Z");

    private final ProgressEstimator estimator = new ProgressEstimator();

    @BeforeEach
    void begin() {
        estimator.at(START, 0, 1_000_000, 0);
    }

    @Test
    void knowsNoRateInTheFirstSecond() {
        rates(999, 500, 5, Progress.UNKNOWN, Progress.UNKNOWN);
        rates(1_000, 500, 5, 500, 5);
    }

    @Test
    void looksAtTheLastTenSecondsOnly() {
        rates(10_000, 100_000, 1_000, 10_000, 100);
        rates(15_000, 100_500, 1_010, 100, 2);
        rates(20_000, 101_000, 1_020, 100, 2);
    }

    @Test
    void knowsThatReadingStands() {
        rates(5_000, 100_000, 1_000, 20_000, 200);
        rates(12_000, 100_000, 1_000, 0, 0);
    }

    @Test
    void knowsNoRateAfterAPauseWithoutAsking() {
        rates(60_000, 100_000, 1_000, Progress.UNKNOWN, Progress.UNKNOWN);
        rates(62_000, 100_800, 1_000, 400, 0);
    }

    @Test
    void knowsNoRateWhenReadingBeginsAnew() {
        rates(5_000, 100_000, 1_000, 20_000, 200);
        rates(12_000, 0, 0, Progress.UNKNOWN, Progress.UNKNOWN);
        rates(16_000, 400, 8, 100, 2);
    }

    @Test
    void bearsAClockThatIsSetBack() {
        rates(5_000, 100_000, 1_000, 20_000, 200);
        rates(-3_600_000, 100_000, 1_000, Progress.UNKNOWN, Progress.UNKNOWN);
        rates(-3_598_000, 100_800, 1_004, 400, 2);
    }

    private void rates(long millis, long bytes, long records, long bytesASecond, long recordsASecond) {
        assertThat(estimator.at(START.plusMillis(millis), bytes, 1_000_000, records))
                .isEqualTo(new Progress(bytes, 1_000_000, records, bytesASecond, recordsASecond));
    }
}
