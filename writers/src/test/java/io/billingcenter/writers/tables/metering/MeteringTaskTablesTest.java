package io.billingcenter.writers.tables.metering;

import static org.assertj.core.api.Assertions.assertThat;

import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.metering.plan.ListedTask;
import io.billingcenter.domain.metering.plan.ReadingPlan;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.usage.WorkspaceDay;
import io.billingcenter.schema.MigratedDatabase;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** What was listed and not read is forgotten; what was read stays. */
class MeteringTaskTablesTest {

    private static final int MANY = 200;

    @Test
    void aTaskNamesItsFiles() throws IOException {
        JdbcTemplate jdbc = MigratedDatabase.create();
        new MeteringTaskTables(jdbc).insert(new ReadingPlan(2, 1 << 20).of(List.of(task("ws-1", 1, 2))));
        assertThat(jdbc.queryForList("SELECT files FROM metering_task", String.class))
                .containsExactly("1/1970-01-01T00:00:00Z/0.csv/1/1970-01-01T00:00:00Z/1.csv");
        assertThat(jdbc.queryForList("SELECT * FROM traffic_file")).isEmpty();
    }

    @Test
    void filesThatATaskCannotNameAreRows() throws IOException {
        JdbcTemplate jdbc = MigratedDatabase.create();
        new MeteringTaskTables(jdbc).insert(new ReadingPlan(2, 1 << 20).of(List.of(task("ws-1", 1, MANY))));
        assertThat(jdbc.queryForObject("SELECT COUNT(*) FROM metering_task WHERE files IS NULL", Integer.class))
                .isOne();
        assertThat(jdbc.queryForObject("SELECT COUNT(*) FROM traffic_file", Integer.class))
                .isEqualTo(MANY);
    }

    @Test
    void onlyFilesOfWorkThatWasNotDoneAreForgotten() throws IOException {
        JdbcTemplate jdbc = MigratedDatabase.create();
        MeteringTaskTables tables = new MeteringTaskTables(jdbc);
        tables.insert(new ReadingPlan(2, 1 << 20).of(List.of(task("ws-1", 1, MANY), task("ws-2", 1, MANY))));
        jdbc.update("DELETE FROM metering_task");
        tables.insert(new ReadingPlan(2, 1 << 20).of(List.of(task("ws-1", 2, MANY))));
        tables.clear(Set.of());
        assertThat(jdbc.queryForList("SELECT * FROM metering_task")).isEmpty();
        assertThat(jdbc.queryForList(
                        "SELECT DISTINCT workspace_id || '/' || reading FROM traffic_file ORDER BY 1", String.class))
                .containsExactly("ws-1/1", "ws-2/1");
    }

    private static ListedTask task(String workspace, int reading, int files) {
        WorkspaceDay day = new WorkspaceDay(new WorkspaceId(workspace), BillingDay.parse("2026-11-21"));
        return new ListedTask(
                day,
                reading,
                "digest",
                IntStream.range(0, files)
                        .mapToObj(number -> new ListedTask.ListedFile(number + ".csv", 1, Instant.EPOCH))
                        .toList());
    }
}
