package io.billingcenter.benchmarks.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CpuTimelineTest {

    @ParameterizedTest
    @CsvSource({
        "1000, 2000, 600",
        "1000, 1100, 10",
        "1500, 2000, 550",
        "1050, 1100, 5",
        "1050, 1600, 145",
        "900, 1100, 10",
        "1900, 2100, 50",
        "1200, 1200, 0",
    })
    void timeBetweenMomentsIsInterpolated(long from, long to, long expected) {
        CpuTimeline timeline = new CpuTimeline();
        timeline.add(1_000, 50);
        timeline.add(1_100, 60);
        timeline.add(1_500, 100);
        timeline.add(1_600, 200);
        timeline.add(1_800, 550);
        timeline.add(2_000, 650);
        timeline.add(2_010, 0);
        assertThat(timeline.between(from, to)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 5"})
    void nothingIsKnownWithoutMoments(long from, long to) {
        assertThat(new CpuTimeline().between(from, to)).isZero();
    }
}
