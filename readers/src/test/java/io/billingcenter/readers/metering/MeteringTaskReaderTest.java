package io.billingcenter.readers.metering;

import static org.assertj.core.api.Assertions.assertThat;

import io.billingcenter.config.MigratedDatabase;
import io.billingcenter.domain.usage.MeteringTask;
import io.billingcenter.domain.usage.MeteringTask.Means;
import java.io.IOException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

class MeteringTaskReaderTest {

    private JdbcTemplate jdbc;

    @BeforeEach
    void emptyDatabase() throws IOException {
        jdbc = MigratedDatabase.create();
    }

    @Test
    void readsWhatATaskMayTake() throws Exception {
        jdbc.update("INSERT INTO metering_task (workspace_id, billing_day, reading, input_digest, size_bytes, slice,"
                + " slices, bin, table_bytes, threads) VALUES ('w', DATE '2026-11-21', 1, 'x', 1000, 0, 1, 0, 77, 2)");
        assertThat(onlyTask().means()).isEqualTo(new Means(1_000, 77, 2));
    }

    /** One that was listed before there were such limits, and is read only now, is read as it was meant to be. */
    @Test
    void aTaskWithoutMeansMayTakeWhatItNeeds() throws Exception {
        jdbc.update("INSERT INTO metering_task (workspace_id, billing_day, reading, input_digest, size_bytes, slice,"
                + " slices, bin) VALUES ('w', DATE '2026-11-21', 1, 'x', 1000, 0, 1, 0)");
        assertThat(onlyTask().means()).isEqualTo(new Means(1_000, Long.MAX_VALUE, 1));
    }

    private MeteringTask onlyTask() throws Exception {
        MeteringTaskReader tasks = new MeteringTaskReader(jdbc, 0);
        MeteringTask task = tasks.read();
        assertThat(task).isNotNull();
        assertThat(tasks.read()).isNull();
        return task;
    }
}
