package io.billingcenter.readers.tables.metering;

import static org.assertj.core.api.Assertions.assertThat;

import io.billingcenter.domain.metering.plan.ListedTask.ListedFile;
import io.billingcenter.domain.metering.plan.MeteringTask;
import io.billingcenter.domain.metering.plan.MeteringTask.Resources;
import io.billingcenter.schema.MigratedDatabase;
import java.io.IOException;
import java.time.Instant;
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
        assertThat(onlyTask().resources()).isEqualTo(new Resources(1_000, 77, 2));
    }

    /** One that was listed before there were such limits, and is read only now, is read as it was meant to be. */
    @Test
    void aTaskWithoutMeansMayTakeWhatItNeeds() throws Exception {
        jdbc.update("INSERT INTO metering_task (workspace_id, billing_day, reading, input_digest, size_bytes, slice,"
                + " slices, bin) VALUES ('w', DATE '2026-11-21', 1, 'x', 1000, 0, 1, 0)");
        assertThat(onlyTask().resources()).isEqualTo(new Resources(1_000, Long.MAX_VALUE, 1));
    }

    @Test
    void filesThatTheTaskNamesHaveNoRowsYet() throws Exception {
        jdbc.update("INSERT INTO metering_task (workspace_id, billing_day, reading, input_digest, size_bytes, slice,"
                + " slices, bin, files) VALUES ('w', DATE '2026-11-21', 1, 'x', 7, 0, 1, 0,"
                + " '7/1970-01-01T00:00:00Z/a.csv')");
        MeteringTask task = onlyTask();
        assertThat(task.files()).containsExactly("a.csv");
        assertThat(task.unstoredFiles()).containsExactly(new ListedFile("a.csv", 7, Instant.EPOCH));
    }

    /** Also those of a task that was listed before tasks named them. */
    @Test
    void filesThatTheTaskDoesNotNameHaveRows() throws Exception {
        jdbc.update("INSERT INTO metering_task (workspace_id, billing_day, reading, input_digest, size_bytes, slice,"
                + " slices, bin) VALUES ('w', DATE '2026-11-21', 1, 'x', 7, 0, 1, 0)");
        jdbc.update("INSERT INTO traffic_file (workspace_id, billing_day, reading, name, size_bytes, modified)"
                + " VALUES ('w', DATE '2026-11-21', 1, 'a.csv', 7, '1970-01-01T00:00:00Z')");
        MeteringTask task = onlyTask();
        assertThat(task.files()).containsExactly("a.csv");
        assertThat(task.unstoredFiles()).isEmpty();
    }

    private MeteringTask onlyTask() throws Exception {
        MeteringTaskReader tasks = new MeteringTaskReader(jdbc, 0);
        MeteringTask task = tasks.read();
        assertThat(task).isNotNull();
        assertThat(tasks.read()).isNull();
        return task;
    }
}
