package io.billingcenter.writers.metering;

import static org.assertj.core.api.Assertions.assertThat;

import io.billingcenter.config.MigratedDatabase;
import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.usage.ListedTask;
import io.billingcenter.domain.usage.ReadingPlan;
import io.billingcenter.domain.usage.WorkspaceDay;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** What was listed and not read is forgotten; what was read stays. */
class MeteringTaskTablesTest {

    @Test
    void onlyFilesOfWorkThatWasNotDoneAreForgotten() throws IOException {
        JdbcTemplate jdbc = MigratedDatabase.create();
        MeteringTaskTables tables = new MeteringTaskTables(jdbc);
        tables.insert(new ReadingPlan(2, 1 << 20).of(List.of(task("ws-1", 1), task("ws-2", 1))));
        jdbc.update("DELETE FROM metering_task");
        tables.insert(new ReadingPlan(2, 1 << 20).of(List.of(task("ws-1", 2))));
        tables.clear();
        assertThat(jdbc.queryForList("SELECT * FROM metering_task")).isEmpty();
        assertThat(jdbc.queryForList(
                        "SELECT workspace_id || '/' || reading FROM traffic_file ORDER BY 1", String.class))
                .containsExactly("ws-1/1", "ws-2/1");
    }

    private static ListedTask task(String workspace, int reading) {
        WorkspaceDay day = new WorkspaceDay(new WorkspaceId(workspace), BillingDay.parse("2026-11-21"));
        return new ListedTask(day, reading, "digest", List.of(new ListedTask.ListedFile("a.csv", 1, Instant.EPOCH)));
    }
}
