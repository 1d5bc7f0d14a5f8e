package io.billingcenter.writers.tables.metering;

import io.billingcenter.domain.metering.fold.FileTotals;
import io.billingcenter.domain.metering.plan.MeteredReading;
import io.billingcenter.domain.metering.plan.MeteringTask;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Stores readings: whole workspace-days through {@link MeteredDayWriter}, a slice of one as it is, until all its slices
 * are there. The task goes in the same transaction.
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
        String workspace = task.workspaceDay().workspace().value();
        Object day = task.workspaceDay().day().date();
        int slice = task.slice().index();
        List<Object[]> files = new ArrayList<>();
        for (FileTotals file : reading.day().files()) {
            files.add(new Object[] {
                workspace,
                day,
                slice,
                file.file(),
                reading.day().recordHash(),
                file.unreadable(),
                file.records(),
                file.accepted(),
                file.duplicates(),
                file.conflicts(),
                file.quarantined()
            });
        }
        List<Object[]> measures = new ArrayList<>();
        reading.day()
                .measures()
                .forEach((tier, value) -> measures.add(new Object[] {
                    workspace,
                    day,
                    slice,
                    tier.measure().code(),
                    tier.retentionDays(),
                    new BigDecimal(value),
                    new BigDecimal(reading.day().largest().getOrDefault(tier, BigInteger.ZERO))
                }));
        jdbc.batchUpdate("""
                INSERT INTO slice_file (workspace_id, billing_day, slice, name, record_hash, unreadable, records,
                  accepted, duplicates, conflicts, quarantined) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", files);
        jdbc.batchUpdate("""
                INSERT INTO slice_measure (workspace_id, billing_day, slice, measure, retention_days, quantity, largest)
                VALUES (?, ?, ?, ?, ?, ?, ?)""", measures);
        jdbc.update(
                "DELETE FROM metering_task WHERE workspace_id = ? AND billing_day = ? AND slice = ?",
                workspace,
                day,
                slice);
    }
}
