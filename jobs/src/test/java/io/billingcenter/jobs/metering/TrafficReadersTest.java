package io.billingcenter.jobs.metering;

import static org.assertj.core.api.Assertions.assertThat;

import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.metering.fold.Slice;
import io.billingcenter.domain.metering.plan.MeteringTask;
import io.billingcenter.domain.metering.plan.MeteringTask.Resources;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.usage.WorkspaceDay;
import io.billingcenter.readers.files.traffic.ReadingProgress;
import io.billingcenter.readers.files.traffic.TrafficReader;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrafficReadersTest {

    private final TrafficReaders readers = new TrafficReaders(new ReadingProgress());

    @Test
    void keepTheReaderWhateverTheWorkspaceDay() {
        TrafficReader first = readers.of(task("ws-1", 10, 1 << 20, 1));
        assertThat(readers.of(task("ws-2", 20, 1 << 20, 1))).isSameAs(first);
        assertThat(readers.of(task("ws-1", 10, 1 << 20, 1))).isSameAs(first);
    }

    @ParameterizedTest
    @CsvSource({"1048577, 1", "1048576, 2"})
    void takeANewReaderForOtherMeans(long tableBytes, int threads) {
        TrafficReader first = readers.of(task("ws-1", 10, 1 << 20, 1));
        TrafficReader second = readers.of(task("ws-1", 10, tableBytes, threads));
        assertThat(second).isNotSameAs(first);
        assertThat(readers.of(task("ws-2", 10, tableBytes, threads))).isSameAs(second);
    }

    private static MeteringTask task(String workspace, long sizeBytes, long tableBytes, int threads) {
        return new MeteringTask(
                new WorkspaceDay(new WorkspaceId(workspace), BillingDay.parse("2026-11-21")),
                1,
                "digest",
                List.of("a.csv"),
                Slice.WHOLE,
                new Resources(sizeBytes, tableBytes, threads),
                null);
    }
}
