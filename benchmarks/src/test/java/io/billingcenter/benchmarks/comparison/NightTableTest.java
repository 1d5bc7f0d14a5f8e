package io.billingcenter.benchmarks.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import io.billingcenter.benchmarks.figures.Finding;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NightTableTest {

    private static final List<NightRun> SUITE = List.of(
            run(10_000, 12_000, 4_000, Map.of("rateUsage", new StepTimes.StepTime(2_000, 1_500))),
            run(20_000, 14_000, 4_000, Map.of("rateUsage", new StepTimes.StepTime(4_000, 1_500))),
            run(30_000, 16_000, 8_000, Map.of("rateUsage", new StepTimes.StepTime(6_000, 3_000))));
    private static final List<NightRun> OTHER = List.of(
            run(50_000, 48_000, 16_000, Map.of("rateUsage", new StepTimes.StepTime(8_000, 4_500))),
            run(60_000, 50_000, 16_000, Map.of("rateUsage", new StepTimes.StepTime(8_000, 4_500))),
            run(60_000, 52_000, 32_000, Map.of("rateUsage", new StepTimes.StepTime(9_000, 4_500))));
    private static final List<NightRun> DUCK_DB =
            List.of(run(5_000, 6_000, 0, Map.of()), run(5_000, 7_000, 0, Map.of()), run(6_000, 8_000, 0, Map.of()));

    private static NightRun run(long wall, long cpu, long server, Map<String, StepTimes.StepTime> steps) {
        return new NightRun(new ProcessUsage(wall, cpu, 102_400), server, new StepTimes(steps));
    }

    @Test
    void everyPairAndTheMediansOfTheirRatiosAreShown() {
        assertThat(new NightTable(1_000_000, "suite", SUITE, "other", OTHER).toString())
                .contains("| 1 | 10.00 | 50.00 | 5.00 | 16.00 | 64.00 | 4.00 |")
                .contains("| 3 | 30.00 | 60.00 | 2.00 | 24.00 | 84.00 | 3.50 |")
                .contains("| wall, s | 20.00 | 60.00 | 3.00 |")
                .contains("| CPU, s | 18.00 | 66.00 | 3.66 |")
                .contains("| of which the server | 4.00 | 16.00 | 4.00 |")
                .contains("| peak memory of the program, MiB | 100.00 | 100.00 | 1.00 |");
    }

    @Test
    void stepsAreComparedAndTheRestIsShown() {
        assertThat(new NightTable(1_000_000, "suite", SUITE, "other", OTHER).toString())
                .contains("| `rateUsage` | 4.00 | 8.00 | 2.00 | 1.50 | 4.50 | 3.00 |")
                .contains("| start, end and between | 16.00 | 51.00 | 3.25 | 12.50 | 45.50 | 3.65 |");
    }

    @Test
    void aProgramWithoutStepsHasDashes() {
        assertThat(new NightTable(1_000_000, "suite", SUITE, "DuckDB", DUCK_DB).toString())
                .contains("| 1 | 10.00 | 5.00 | 0.50 | 16.00 | 6.00 | 0.37 |")
                .contains("| of which the server | 4.00 | - | - |")
                .contains("| `rateUsage` | 4.00 | - | - | 1.50 | - | - |");
    }

    @Test
    void findingsAreTheSuiteByTheOther() {
        assertThat(new NightTable(1_000_000, "suite", SUITE, "other", OTHER).findings())
                .containsExactly(
                        new Finding("records a second", "50,000", "16,666", "3.00"),
                        new Finding("CPU, s", "18.00", "66.00", "0.27"));
    }
}
