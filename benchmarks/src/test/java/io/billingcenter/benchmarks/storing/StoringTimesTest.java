package io.billingcenter.benchmarks.storing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.billingcenter.benchmarks.figures.Report;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoringTimesTest {

    @TempDir
    private Path folder;

    @Test
    void bothSidesLeaveTheSameRows() throws Exception {
        Report report = StoringTimes.measure(folder.resolve("store"), 50, 20, 1);
        // A reading, a revision, a file and 18 measures each.
        assertThat(report.text()).contains("50 workspace-days, 1,050 rows", "`MeteredDayWriter`");
        assertThat(report.findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.ratio()).matches("[0-9,]+\\.[0-9]{2}"));
    }

    @Test
    void nothingCannotBeStored() {
        assertThatThrownBy(() -> StoringTimes.measure(folder, 0, 20, 1)).hasMessageContaining("at least 1, found 0");
    }
}
