package io.billingcenter.writers.tables.metering;

import io.billingcenter.domain.guard.ReadingVerdict;
import io.billingcenter.domain.metering.fold.MeteredDay;
import io.billingcenter.domain.metering.plan.MeteredReading;
import io.billingcenter.domain.metering.plan.MeteringTask;
import io.billingcenter.domain.reconciliation.ControlTotal;
import io.billingcenter.domain.usage.WorkspaceDay;
import io.billingcenter.schema.TableRow;
import io.billingcenter.schema.WorkspaceDayColumns;
import io.billingcenter.schema.metering.DayReadingTable;
import io.billingcenter.schema.metering.LateDayTable;
import io.billingcenter.schema.metering.MeteredDayTable;
import io.billingcenter.schema.metering.MeteringTaskTable;
import io.billingcenter.schema.metering.TrafficFileTable;
import io.billingcenter.writers.tables.reconciliation.ControlTotals;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Stores readings: totals of the reading and of its files always, a revision with its measures only when the content has
 * changed. The task is deleted in the same transaction, so that a restart does not find it any more. A reading that lacks
 * files that were counted changes nothing but its finding.
 */
public final class MeteredDayWriter implements ItemWriter<MeteredReading> {

    private final JdbcTemplate jdbc;
    private final long runId;
    private final Function<WorkspaceDay, ReadingVerdict.Circumstances> circumstances;

    /** Stores readings of that run, without statements on missing files. */
    public MeteredDayWriter(JdbcTemplate jdbc, long runId) {
        this(jdbc, runId, day -> ReadingVerdict.Circumstances.NONE);
    }

    /**
     * Stores readings of that run.
     *
     * @param circumstances returns the statements of a person on missing files of a workspace-day
     */
    public MeteredDayWriter(
            JdbcTemplate jdbc, long runId, Function<WorkspaceDay, ReadingVerdict.Circumstances> circumstances) {
        this.jdbc = jdbc;
        this.runId = runId;
        this.circumstances = circumstances;
    }

    @Override
    public void write(Chunk<? extends MeteredReading> readings) {
        Rows rows = new Rows();
        InputRows input = new InputRows();
        for (MeteredReading reading : readings) {
            WorkspaceDay day = reading.task().workspaceDay();
            ReadingVerdict verdict = ReadingVerdict.of(reading, circumstances.apply(day));
            input.add(reading.task(), verdict);
            if (verdict.counts()) {
                add(rows, reading);
            }
        }
        rows.store(jdbc);
        input.store(jdbc, runId);
        new ControlTotals(jdbc, runId).insert(rows.totals);
    }

    private void add(Rows rows, MeteredReading reading) {
        MeteringTask task = reading.task();
        MeteredDay day = reading.day();
        String contentDigest = day.contentDigest();
        int revision = task.revisionOf(contentDigest);
        MeteredDayRows stored = MeteredDayRows.of(reading, revision, contentDigest, runId);
        rows.days.add(task.workspaceDay());
        if (task.reading() > 1) {
            rows.readAgain.add(task.workspaceDay());
        }
        rows.readings.add(stored.reading());
        if (task.unstoredFiles().isEmpty()) {
            // Listing has made the rows of the files already, because the task could not name them.
            rows.fileTotals.addAll(stored.files());
        } else {
            rows.files.addAll(stored.files());
        }
        rows.totals.add(MeteredDayTotal.of(reading, stored));
        if (task.isNew(contentDigest)) {
            if (task.last() != null) {
                rows.superseded.add(task.workspaceDay());
            }
            rows.revisions.add(stored.revision());
        }
    }

    /** The rows of a chunk, stored table by table. */
    private static final class Rows {
        private final List<WorkspaceDay> days = new ArrayList<>();
        private final List<WorkspaceDay> readAgain = new ArrayList<>();
        private final List<TableRow> readings = new ArrayList<>();
        private final List<TableRow> files = new ArrayList<>();
        private final List<TableRow> fileTotals = new ArrayList<>();
        private final List<WorkspaceDay> superseded = new ArrayList<>();
        private final List<TableRow> revisions = new ArrayList<>();
        private final List<ControlTotal> totals = new ArrayList<>();

        void store(JdbcTemplate jdbc) {
            DayReadingTable.supersede(jdbc, readAgain);
            DayReadingTable.TABLE.insert(jdbc, readings);
            TrafficFileTable.updateTotals(jdbc, fileTotals);
            TrafficFileTable.TABLE.insert(jdbc, files);
            MeteredDayTable.supersede(jdbc, superseded);
            MeteredDayTable.TABLE.insert(jdbc, revisions);
            WorkspaceDayColumns.delete(jdbc, MeteringTaskTable.TABLE, days);
            // Late days are rare: one look at an empty table costs less than a DELETE for each workspace-day.
            if (!LateDayTable.TABLE.isEmpty(jdbc)) {
                WorkspaceDayColumns.delete(jdbc, LateDayTable.TABLE, days);
            }
        }
    }
}
