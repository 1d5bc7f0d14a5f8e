package io.billingcenter.benchmarks.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import io.billingcenter.benchmarks.figures.Finding;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class JobMetadataTest {

    @Test
    void theShareIsThatOfAThreadOnTheClock() {
        JobMetadata metadata =
                new JobMetadata(29, 502, Duration.ofSeconds(16), Duration.ofMillis(1_800), Duration.ofSeconds(10), 2);
        assertThat(metadata.report().findings())
                .containsExactly(new Finding("job metadata, ms of the run", "900", "10,000", "9.0 %"));
        assertThat(metadata.report().text()).contains("29 rows", "502 chunks");
    }

    @Test
    void timeAfterTheWorkOfAChunkIsMetadata() {
        Instant start = Instant.EPOCH;
        JobMetadata.ChunkTime chunk = new JobMetadata.ChunkTime(1, start.plusMillis(100), start.plusMillis(200));
        NavigableSet<Instant> ends = new TreeSet<>(
                List.of(start.plusMillis(90), start.plusMillis(120), start.plusMillis(170), start.plusMillis(250)));
        assertThat(chunk.after(ends)).isEqualTo(Duration.ofMillis(30));
        assertThat(chunk.after(new TreeSet<>())).isEqualTo(Duration.ofMillis(100));
    }

    @Test
    void onlyWhatHappensInChunksIsRecorded() {
        assertThat(JobMetadata.recorderSettings().split("<event name=", -1)).hasSize(5);
        assertThat(JobMetadata.recorderSettings())
                .contains("ChunkTransactionEvent")
                .doesNotContain("jdk.");
    }
}
