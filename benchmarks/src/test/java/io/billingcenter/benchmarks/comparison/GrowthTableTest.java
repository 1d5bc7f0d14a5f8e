package io.billingcenter.benchmarks.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import io.billingcenter.benchmarks.figures.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;

class GrowthTableTest {

    @Test
    void theLineGoesThroughTheMediansOfEverySize() {
        GrowthTable table =
                new GrowthTable(List.of(size(1_000_000, 2_500), size(5_000_000, 4_500), size(20_000_000, 12_000)));
        assertThat(table.toString())
                .contains("| 5,000,000 | 4.50 | 4.60 | 500.00 | 1,111,111 | 4.50 |")
                .contains("wall = 2.00 s + 0.500 s x millions of records, R2 = 1.00000");
        assertThat(table.findings())
                .containsExactly(
                        new Finding("wall time as a line, R2", "2.00 s + 0.500 s a million", "-", "1.00000"),
                        new Finding(
                                "peak memory, MiB, at 20,000,000 records beside 5,000,000",
                                "500.00",
                                "500.00",
                                "1.00"));
    }

    private static GrowthTable.Size size(long records, long millis) {
        ProcessUsage usage = new ProcessUsage(millis, millis + 100, 512_000);
        ProcessUsage disturbed = new ProcessUsage(millis * 3, millis * 3, 600_000);
        return new GrowthTable.Size(records, new Side("suite", List.of(usage, disturbed, usage)));
    }
}
