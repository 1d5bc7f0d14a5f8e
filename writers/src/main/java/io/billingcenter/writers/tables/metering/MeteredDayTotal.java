package io.billingcenter.writers.tables.metering;

import io.billingcenter.domain.metering.plan.MeteredReading;
import io.billingcenter.domain.metering.plan.MeteringTask;
import io.billingcenter.domain.reconciliation.ControlStage;
import io.billingcenter.domain.reconciliation.ControlTotal;
import io.billingcenter.schema.digest.RowDigests;
import java.math.BigDecimal;
import java.math.BigInteger;

/** The control total of a reading: its records, its measures, and a digest of the rows of each table. */
public final class MeteredDayTotal {

    /** Digests leave the number of the run out. */
    private static final long NO_RUN = 0;

    private MeteredDayTotal() {}

    /**
     * Returns the total of a reading.
     *
     * @param revision the revision that the reading made or confirmed
     * @param contentDigest the digest of its measures
     */
    public static ControlTotal of(MeteredReading reading, int revision, String contentDigest) {
        return of(reading, MeteredDayRows.of(reading, revision, contentDigest, NO_RUN));
    }

    /** Returns the total of a reading that leaves these rows. */
    static ControlTotal of(MeteredReading reading, MeteredDayRows rows) {
        RowDigests digests = new RowDigests().add(rows.reading()).add(rows.revision());
        rows.files().forEach(digests::add);
        MeteringTask task = reading.task();
        BigInteger measured = reading.day().measures().values().stream().reduce(BigInteger.ZERO, BigInteger::add);
        return ControlTotal.of(
                ControlStage.READ,
                task.workspaceDay().workspace().value(),
                task.workspaceDay().day().date(),
                task.reading(),
                reading.day().records(),
                new BigDecimal(measured),
                digests.parts());
    }
}
