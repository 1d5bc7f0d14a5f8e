package io.billingcenter.writers.tables.metering;

import io.billingcenter.domain.guard.ReadingVerdict;
import io.billingcenter.domain.metering.fold.FileTotals;
import io.billingcenter.domain.metering.fold.MeteredDay;
import io.billingcenter.domain.metering.plan.ListedTask.ListedFile;
import io.billingcenter.domain.metering.plan.MeteredReading;
import io.billingcenter.domain.metering.plan.MeteringTask;
import io.billingcenter.domain.reconciliation.ControlTotal;
import io.billingcenter.domain.usage.WorkspaceDay;
import io.billingcenter.writers.tables.reconciliation.ControlTotals;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Stores readings: totals of the reading and of its files always, a revision with its measures only when the content
 * changed; the task goes in the same transaction, so that a restart does not find it any more. A reading in want of files
 * that were counted leaves everything as it is but for a finding.
 */
public final class MeteredDayWriter implements ItemWriter<MeteredReading> {

    private final JdbcTemplate jdbc;
    private final long runId;
    private final Function<WorkspaceDay, ReadingVerdict.Circumstances> circumstances;

    /** Stores readings of that run, of workspace-days of which nobody has said anything. */
    public MeteredDayWriter(JdbcTemplate jdbc, long runId) {
        this(jdbc, runId, day -> ReadingVerdict.Circumstances.NONE);
    }

    /**
     * Stores readings of that run.
     *
     * @param circumstances what is said about missing files of a workspace-day
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
        String workspace = task.workspaceDay().workspace().value();
        Object date = task.workspaceDay().day().date();
        String contentDigest = day.contentDigest();
        int revision = task.revisionOf(contentDigest);
        rows.keys.add(new Object[] {workspace, date});
        if (task.reading() > 1) {
            rows.earlierReadings.add(new Object[] {workspace, date});
        }
        rows.readings.add(new Object[] {
            workspace,
            date,
            task.reading(),
            task.inputDigest(),
            revision,
            day.files().size(),
            day.unreadableFiles(),
            day.records(),
            day.accepted(),
            day.duplicates(),
            day.conflicts(),
            day.quarantined(),
            reading.overLimit(),
            true,
            runId
        });
        if (task.unstoredFiles().isEmpty()) {
            addTotals(rows, task, day.files());
        } else {
            addFiles(rows, task, day.files());
        }
        rows.totals.add(MeteredDayTotal.of(reading, revision, contentDigest));
        if (task.isNew(contentDigest)) {
            if (task.last() != null) {
                rows.superseded.add(new Object[] {workspace, date});
            }
            rows.revisions.add(new Object[] {workspace, date, revision, contentDigest, day.recordHash(), true, runId});
            day.measures()
                    .forEach((tier, value) -> rows.measures.add(new Object[] {
                        workspace,
                        date,
                        revision,
                        tier.measure().code(),
                        tier.retentionDays(),
                        new BigDecimal(value),
                        new BigDecimal(day.largest().getOrDefault(tier, BigInteger.ZERO))
                    }));
        }
    }

    private static void addFiles(Rows rows, MeteringTask task, List<FileTotals> files) {
        for (int number = 0; number < files.size(); number++) {
            ListedFile listed = task.unstoredFiles().get(number);
            FileTotals file = files.get(number);
            rows.files.add(new Object[] {
                task.workspaceDay().workspace().value(),
                task.workspaceDay().day().date(),
                task.reading(),
                listed.name(),
                listed.sizeBytes(),
                listed.modified().toString(),
                file.unreadable(),
                file.records(),
                file.accepted(),
                file.duplicates(),
                file.conflicts(),
                file.quarantined()
            });
        }
    }

    /** For the rows that listing made. */
    private static void addTotals(Rows rows, MeteringTask task, List<FileTotals> files) {
        for (FileTotals file : files) {
            rows.fileTotals.add(new Object[] {
                file.unreadable(),
                file.records(),
                file.accepted(),
                file.duplicates(),
                file.conflicts(),
                file.quarantined(),
                task.workspaceDay().workspace().value(),
                task.workspaceDay().day().date(),
                task.reading(),
                file.file()
            });
        }
    }

    /** The rows of a chunk, stored table by table. */
    private static final class Rows {
        private final List<Object[]> keys = new ArrayList<>();
        private final List<Object[]> earlierReadings = new ArrayList<>();
        private final List<Object[]> readings = new ArrayList<>();
        private final List<Object[]> files = new ArrayList<>();
        private final List<Object[]> fileTotals = new ArrayList<>();
        private final List<Object[]> superseded = new ArrayList<>();
        private final List<Object[]> revisions = new ArrayList<>();
        private final List<Object[]> measures = new ArrayList<>();
        private final List<ControlTotal> totals = new ArrayList<>();

        void store(JdbcTemplate jdbc) {
            batch(jdbc, """
                    UPDATE day_reading SET is_current = FALSE
                    WHERE workspace_id = ? AND billing_day = ? AND is_current = TRUE""", earlierReadings);
            batch(jdbc, """
                    INSERT INTO day_reading (workspace_id, billing_day, reading, input_digest, revision, files,
                      unreadable_files, records, accepted, duplicates, conflicts, quarantined, over_limit, is_current,
                      run_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", readings);
            batch(jdbc, """
                    UPDATE traffic_file SET unreadable = ?, records = ?, accepted = ?, duplicates = ?, conflicts = ?,
                      quarantined = ? WHERE workspace_id = ? AND billing_day = ? AND reading = ? AND name = ?""", fileTotals);
            batch(jdbc, """
                    INSERT INTO traffic_file (workspace_id, billing_day, reading, name, size_bytes, modified, unreadable,
                      records, accepted, duplicates, conflicts, quarantined)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", files);
            batch(jdbc, """
                    UPDATE metered_day SET is_current = FALSE
                    WHERE workspace_id = ? AND billing_day = ? AND is_current = TRUE""", superseded);
            batch(jdbc, """
                    INSERT INTO metered_day (workspace_id, billing_day, revision, content_digest, record_hash,
                      is_current, run_id) VALUES (?, ?, ?, ?, ?, ?, ?)""", revisions);
            batch(jdbc, """
                    INSERT INTO measure (workspace_id, billing_day, revision, measure, retention_days, quantity, largest)
                    VALUES (?, ?, ?, ?, ?, ?, ?)""", measures);
            batch(jdbc, "DELETE FROM metering_task WHERE workspace_id = ? AND billing_day = ?", keys);
            if (!jdbc.queryForList("SELECT 1 FROM late_day FETCH FIRST 1 ROWS ONLY")
                    .isEmpty()) {
                batch(jdbc, "DELETE FROM late_day WHERE workspace_id = ? AND billing_day = ?", keys);
            }
        }

        private static void batch(JdbcTemplate jdbc, String sql, List<Object[]> rows) {
            if (!rows.isEmpty()) {
                jdbc.batchUpdate(sql, rows);
            }
        }
    }
}
