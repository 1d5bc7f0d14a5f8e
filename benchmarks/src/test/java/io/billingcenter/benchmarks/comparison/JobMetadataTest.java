package io.billingcenter.benchmarks.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import io.billingcenter.benchmarks.figures.Finding;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class JobMetadataTest {

    @Test
    void theShareIsThatOfAThreadOnTheClock() {
        JobMetadata metadata =
                new JobMetadata(29, 502, Duration.ofSeconds(16), Duration.ofMillis(1_800), Duration.ofSeconds(10), 2);
        assertThat(metadata.report().findings())
                .containsExactly(new Finding("job metadata at most, ms of the run", "900", "10,000", "9.0 %"));
        assertThat(metadata.report().text()).contains("29 rows", "502 chunks");
    }

    @Test
    void onlyWhatHappensInChunksIsRecorded() {
        assertThat(JobMetadata.recorderSettings().split("<event name=", -1)).hasSize(5);
        assertThat(JobMetadata.recorderSettings())
                .contains("ChunkTransactionEvent")
                .doesNotContain("jdk.");
    }
}
