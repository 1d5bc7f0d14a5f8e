package io.billingcenter.writers.tables.metering;

import io.billingcenter.domain.metering.fold.FileTotals;
import io.billingcenter.domain.metering.fold.MeteredDay;
import io.billingcenter.domain.metering.plan.MeteredReading;
import io.billingcenter.domain.metering.plan.MeteringTask;
import io.billingcenter.schema.TableRow;
import io.billingcenter.schema.metering.MeteringTaskTable;
import io.billingcenter.schema.metering.SliceFileTable;
import io.billingcenter.schema.metering.SliceMeasureTable;
import java.util.ArrayList;
import java.util.List;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Stores readings: whole workspace-days through {@link MeteredDayWriter}, a slice of one as it is, until all its slices
 * are there. The task is deleted in the same transaction.
 */
public final class SliceWriter implements ItemWriter<MeteredReading> {

    private final JdbcTemplate jdbc;
    private final MeteredDayWriter wholeDays;

    /** Stores slices itself, and leaves whole days to the other writer. */
    public SliceWriter(JdbcTemplate jdbc, MeteredDayWriter wholeDays) {
        this.jdbc = jdbc;
        this.wholeDays = wholeDays;
    }

    @Override
    public void write(Chunk<? extends MeteredReading> readings) {
        Chunk<MeteredReading> whole = new Chunk<>();
        for (MeteredReading reading : readings) {
            if (reading.task().slice().count() == 1) {
                whole.add(reading);
            } else {
                store(reading);
            }
        }
        if (!whole.isEmpty()) {
            wholeDays.write(whole);
        }
    }

    private void store(MeteredReading reading) {
        MeteringTask task = reading.task();
        MeteredDay day = reading.day();
        int slice = task.slice().index();
        List<TableRow> files = new ArrayList<>();
        for (FileTotals file : day.files()) {
            files.add(SliceFileTable.row(task.workspaceDay(), slice, day.recordHash(), file));
        }
        List<TableRow> measures = new ArrayList<>();
        day.measures().forEach((tier, value) -> measures.add(SliceMeasureTable.row(day, slice, tier, value)));
        SliceFileTable.TABLE.insert(jdbc, files);
        SliceMeasureTable.TABLE.insert(jdbc, measures);
        MeteringTaskTable.deleteSlice(jdbc, task.workspaceDay(), slice);
    }
}
