package io.billingcenter.writers.tables.metering;

import io.billingcenter.domain.metering.fold.FileTotals;
import io.billingcenter.domain.metering.fold.MeteredDay;
import io.billingcenter.domain.metering.plan.MeteredReading;
import io.billingcenter.domain.metering.plan.MeteringTask;
import io.billingcenter.domain.reconciliation.ControlStage;
import io.billingcenter.domain.reconciliation.ControlTotal;
import io.billingcenter.schema.digest.DigestedTable;
import io.billingcenter.schema.digest.RowDigests;
import java.math.BigDecimal;
import java.math.BigInteger;

/** The control total of a reading: its files, its classes of records and its measures, with a digest of each table. */
public final class MeteredDayTotal {

    private MeteredDayTotal() {}

    /**
     * The total.
     *
     * @param revision of the measures
     * @param contentDigest of the measures
     */
    public static ControlTotal of(MeteredReading reading, int revision, String contentDigest) {
        MeteringTask task = reading.task();
        MeteredDay day = reading.day();
        RowDigests digests = new RowDigests()
                .add(
                        DigestedTable.DAY_READING,
                        task.inputDigest(),
                        revision,
                        day.files().size(),
                        day.unreadableFiles(),
                        day.records(),
                        day.accepted(),
                        day.duplicates(),
                        day.conflicts(),
                        day.quarantined(),
                        reading.overLimit())
                .add(DigestedTable.METERED_DAY, revision, contentDigest, day.recordHash());
        for (FileTotals file : day.files()) {
            digests.add(
                    DigestedTable.TRAFFIC_FILE,
                    file.file(),
                    file.unreadable(),
                    file.records(),
                    file.accepted(),
                    file.duplicates(),
                    file.conflicts(),
                    file.quarantined());
        }
        BigInteger measured = day.measures().values().stream().reduce(BigInteger.ZERO, BigInteger::add);
        return ControlTotal.of(
                ControlStage.READ,
                task.workspaceDay().workspace().value(),
                task.workspaceDay().day().date(),
                task.reading(),
                day.records(),
                new BigDecimal(measured),
                digests.parts());
    }
}
