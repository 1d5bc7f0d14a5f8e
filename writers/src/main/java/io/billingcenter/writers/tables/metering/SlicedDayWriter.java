package io.billingcenter.writers.tables.metering;

import io.billingcenter.domain.metering.plan.MeteredReading;
import io.billingcenter.domain.usage.WorkspaceDay;
import io.billingcenter.schema.metering.SliceTables;
import java.util.ArrayList;
import java.util.List;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.springframework.jdbc.core.JdbcTemplate;

/** Stores workspace-days whose slices were added up, and deletes the rows of the slices in the same transaction. */
public final class SlicedDayWriter implements ItemWriter<MeteredReading> {

    private final JdbcTemplate jdbc;
    private final MeteredDayWriter wholeDays;
    private final long runId;

    /** Leaves the results to the other writer, and counts the rejected records of the slices for that run. */
    public SlicedDayWriter(JdbcTemplate jdbc, MeteredDayWriter wholeDays, long runId) {
        this.jdbc = jdbc;
        this.wholeDays = wholeDays;
        this.runId = runId;
    }

    @Override
    public void write(Chunk<? extends MeteredReading> readings) {
        List<WorkspaceDay> days = new ArrayList<>();
        for (MeteredReading reading : readings) {
            days.add(reading.task().workspaceDay());
            // Before the verdict, which takes back the totals of a reading that does not count.
            new SliceTotals(jdbc).count(reading.task(), runId);
        }
        wholeDays.write(readings);
        SliceTables.delete(jdbc, days);
    }
}
