package io.billingcenter.benchmarks.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import io.billingcenter.benchmarks.figures.Finding;
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
        assertThat(new ComparisonTable("", 1_000_000, new Side("suite", SUITE), new Side("DuckDB", DUCK_DB)).toString())
                .contains("| wall, s | 2.00 | 4.10 | 2.05 |")
                .contains("| CPU, s | 1.60 | 6.40 | 4.00 |")
                .contains("| peak memory, MiB | 100.00 | 500.00 | 4.00 |")
                .contains("| records a second | 500,000 | 243,902 | |");
    }

    @Test
    void findingsAreTheSuiteByTheOther() {
        assertThat(new ComparisonTable("", 1_000_000, new Side("suite", SUITE), new Side("DuckDB", DUCK_DB)).findings())
                .containsExactly(
                        new Finding("records a second", "500,000", "243,902", "2.05"),
                        new Finding("peak memory, MiB", "100.00", "500.00", "0.25"));
    }

    @Test
    void unknownFiguresAreDashes() {
        ProcessUsage usage = new ProcessUsage(1_000, 0, 0);
        assertThat(new ComparisonTable("", 1_000, new Side("suite", List.of(usage)), new Side("DuckDB", List.of()))
                        .toString())
                .contains("| wall, s | 1.00 | - | - |")
                .contains("| CPU, s | - | - | - |");
    }
}
