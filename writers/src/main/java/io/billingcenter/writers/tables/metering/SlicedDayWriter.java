package io.billingcenter.writers.tables.metering;

import io.billingcenter.domain.metering.plan.MeteredReading;
import io.billingcenter.domain.usage.WorkspaceDay;
import java.util.ArrayList;
import java.util.List;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.springframework.jdbc.core.JdbcTemplate;

/** Stores workspace-days whose slices were added up; what the slices left goes in the same transaction. */
public final class SlicedDayWriter implements ItemWriter<MeteredReading> {

    private final JdbcTemplate jdbc;
    private final MeteredDayWriter wholeDays;
    private final long runId;

    /** Leaves the results to the other writer, and counts what the slices rejected for that run. */
    public SlicedDayWriter(JdbcTemplate jdbc, MeteredDayWriter wholeDays, long runId) {
        this.jdbc = jdbc;
        this.wholeDays = wholeDays;
        this.runId = runId;
    }

    @Override
    public void write(Chunk<? extends MeteredReading> readings) {
        List<Object[]> keys = new ArrayList<>();
        for (MeteredReading reading : readings) {
            WorkspaceDay day = reading.task().workspaceDay();
            keys.add(new Object[] {day.workspace().value(), day.day().date()});
            // Before the verdict, which takes back what a reading that does not count has rejected.
            new SliceTotals(jdbc).count(reading.task(), runId);
        }
        wholeDays.write(readings);
        for (String left : List.of("sliced_day", "slice_file", "slice_measure", "slice_total")) {
            jdbc.batchUpdate("DELETE FROM " + left + " WHERE workspace_id = ? AND billing_day = ?", keys);
        }
    }
}
