package io.billingcenter.benchmarks.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonTableTest {

    private static final List<ProcessUsage> SUITE = List.of(
            new ProcessUsage(1_000, 1_500, 102_400),
            new ProcessUsage(2_000, 1_600, 102_400),
            new ProcessUsage(3_000, 1_700, 204_800));
    private static final List<ProcessUsage> DUCK_DB = List.of(
            new ProcessUsage(4_000, 6_000, 409_600),
            new ProcessUsage(4_100, 6_400, 512_000),
            new ProcessUsage(6_000, 6_800, 614_400));

    @Test
    void ratiosAreThoseOfPairsAndNotOfMedians() {
        assertThat(new ComparisonTable("", 1_000_000, SUITE, DUCK_DB).toString())
                .contains("| wall, s | 2.00 | 4.10 | 2.05 |")
                .contains("| CPU, s | 1.60 | 6.40 | 4.00 |")
                .contains("| peak memory, MiB | 100.00 | 500.00 | 4.00 |")
                .contains("| records a second | 500,000 | 243,902 | |");
    }

    @Test
    void whatIsNotKnownIsADash() {
        ProcessUsage usage = new ProcessUsage(1_000, 0, 0);
        assertThat(new ComparisonTable("", 1_000, List.of(usage), List.of()).toString())
                .contains("| wall, s | 1.00 | - | - |")
                .contains("| CPU, s | - | - | - |");
    }
}
