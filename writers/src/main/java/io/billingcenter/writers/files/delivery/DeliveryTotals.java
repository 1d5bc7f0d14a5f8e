package io.billingcenter.writers.files.delivery;

import io.billingcenter.domain.delivery.DeliveryResult;
import io.billingcenter.domain.delivery.SetResult;
import io.billingcenter.domain.digest.Digests;
import io.billingcenter.domain.reconciliation.ControlStage;
import io.billingcenter.domain.reconciliation.ControlTotal;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.schema.delivery.DeliveredFileTable;
import io.billingcenter.schema.delivery.DeliveryTable;
import io.billingcenter.schema.delivery.ManifestFile;
import io.billingcenter.schema.digest.RowDigests;
import io.billingcenter.writers.tables.reconciliation.ControlTotals;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** Control totals of published sets: their recorded files and their manifest. */
public final class DeliveryTotals {

    private static final String NONE = "";

    private final JdbcTemplate jdbc;
    private final long runId;

    /** Creates totals for that run. */
    public DeliveryTotals(JdbcTemplate jdbc, long runId) {
        this.jdbc = jdbc;
        this.runId = runId;
    }

    /**
     * Counts a set that was published and recorded in this transaction. A set that existed before already has its
     * total.
     *
     * @throws DeliveryException if its manifest cannot be read back
     */
    public void count(DeliveryResult result) {
        if (result.isNew()) {
            count(result.period().toString(), result.period().firstDay(), result.revision(), result.folder());
        }
    }

    /**
     * Counts a set of other files of a month in the same way.
     *
     * @throws DeliveryException if its manifest cannot be read back
     */
    public void count(SetResult result) {
        if (result.isNew()) {
            count(result.set().toString(), result.set().month().firstDay(), result.revision(), result.folder());
        }
    }

    private void count(String period, BillingDay firstDay, int revision, Path folder) {
        RowDigests digests = new RowDigests();
        long[] rows = new long[1];
        jdbc.query(
                DeliveryTable.TABLE.select() + " WHERE period = ? AND revision = ?",
                row -> {
                    digests.add(DeliveryTable.TABLE, row);
                },
                period,
                revision);
        jdbc.query(
                DeliveredFileTable.TABLE.select() + " WHERE period = ? AND revision = ?",
                row -> {
                    rows[0] += DeliveredFileTable.ROW_COUNT.get(row);
                    digests.add(DeliveredFileTable.TABLE, row);
                },
                period,
                revision);
        digests.add(ManifestFile.row(manifestDigest(folder)));
        new ControlTotals(jdbc, runId)
                .insert(List.of(new ControlTotal(
                        ControlStage.DELIVERED,
                        NONE,
                        firstDay.date(),
                        revision,
                        period,
                        NONE,
                        null,
                        rows[0],
                        BigDecimal.ZERO,
                        BigDecimal.ZERO,
                        digests.parts())));
    }

    private static String manifestDigest(Path folder) {
        try {
            return Digests.sha256(Files.readAllBytes(folder.resolve(ManifestJson.FILE_NAME)));
        } catch (IOException e) {
            throw new DeliveryException(
                    "Expected the manifest of a delivery in " + folder + ", found " + e.getMessage(), e);
        }
    }
}
