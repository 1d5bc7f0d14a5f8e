package io.billingcenter.writers.tables.outbox;

import io.billingcenter.domain.outbox.Attempt;
import io.billingcenter.domain.outbox.Outcome;
import io.billingcenter.domain.outbox.Shipment;
import io.billingcenter.domain.outbox.ShipmentStatus;
import io.billingcenter.domain.outbox.ShippedFile;
import io.billingcenter.domain.reconciliation.ControlStage;
import io.billingcenter.domain.reconciliation.ControlTotal;
import io.billingcenter.schema.TableRow;
import io.billingcenter.schema.digest.RowDigests;
import io.billingcenter.schema.outbox.AttemptTable;
import io.billingcenter.schema.outbox.ShipTargetTable;
import io.billingcenter.schema.outbox.ShipmentTable;
import io.billingcenter.schema.outbox.ShippedFileTable;
import io.billingcenter.writers.tables.reconciliation.ControlTotals;
import io.billingcenter.writers.tables.reconciliation.UnsealedRun;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Writes shipments, claims and attempts; every method belongs in a transaction of the caller, who holds the lock of the run. The
 * planned shipments and each attempt have a control total, so that a seal covers them.
 */
public final class ShipmentWriter {

    private static final int LONGEST_DETAIL = 2_000;

    private final JdbcTemplate jdbc;

    /**
     * The result of an attempt.
     *
     * @param runId number of the run; null for a command that runs no job
     * @param receipt the receipt; null if the receiver did not get everything
     * @param next earliest time of the next attempt; null for any
     */
    public record Result(
            Attempt attempt,
            @Nullable Long runId,
            @Nullable Receipt receipt,
            @Nullable Instant next) {}

    /** A stored receipt: its path below the folder of delivered files, and the digest of its content. */
    public record Receipt(String path, String sha256) {}

    /** Writes through the template. */
    public ShipmentWriter(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Notes a target, or that the revisions of runs up to one were looked at for it. */
    public void planned(String target, long run) {
        if (jdbc.update("UPDATE ship_target SET planned_run = ? WHERE target = ?", run, target) == 0) {
            ShipTargetTable.TABLE.insert(jdbc, ShipTargetTable.row(target, run));
        }
    }

    /** Returns the number of the next shipment. */
    public long nextId() {
        Long last = jdbc.queryForObject("SELECT COALESCE(MAX(shipment_id), 0) FROM shipment", Long.class);
        return last == null ? 1 : last + 1;
    }

    /**
     * Stores a shipment with its files.
     *
     * @param day first day of its period
     * @param runId number of the run whose seal covers it
     */
    public void plan(Shipment shipment, List<ShippedFile> files, LocalDate day, long runId) {
        TableRow row = ShipmentTable.row(shipment);
        List<TableRow> rows = new ArrayList<>(files.size());
        files.forEach(file -> rows.add(ShippedFileTable.row(shipment.id(), file)));
        ShipmentTable.TABLE.insert(jdbc, row);
        ShippedFileTable.TABLE.insert(jdbc, rows);
        RowDigests digests = new RowDigests().add(row);
        rows.forEach(digests::add);
        count(ControlStage.SHIPMENT, day, shipment.id(), 1, files.size(), digests, runId);
    }

    /**
     * Claims a shipment for an attempt.
     *
     * @return number of the attempt
     * @throws IllegalStateException if the shipment is not due
     */
    public int claim(long shipment, Instant now) {
        int claimed = jdbc.update(
                "UPDATE shipment SET status = ?, attempts = attempts + 1, claimed_at = ?"
                        + " WHERE shipment_id = ? AND status IN (?, ?)",
                ShipmentStatus.SENDING.code(),
                now.toString(),
                shipment,
                ShipmentStatus.PENDING.code(),
                ShipmentStatus.SENDING.code());
        Integer number =
                jdbc.queryForObject("SELECT attempts FROM shipment WHERE shipment_id = ?", Integer.class, shipment);
        if (claimed != 1 || number == null) {
            throw new IllegalStateException("Expected a shipment to be due, found that " + shipment + " is not");
        }
        return number;
    }

    /** Stores the result of an attempt; nothing but the attempt for an unknown outcome, which keeps the shipment due. */
    public void record(Shipment shipment, Result result, LocalDate day) {
        Outcome outcome = result.attempt().outcome();
        Receipt receipt = result.receipt();
        String detail = shortened(outcome.detail());
        TableRow row = AttemptTable.row(
                shipment.id(), result.attempt(), detail, result.runId(), receipt == null ? null : receipt.sha256());
        AttemptTable.TABLE.insert(jdbc, row);
        count(
                ControlStage.ATTEMPT,
                day,
                shipment.id(),
                result.attempt().number(),
                1,
                new RowDigests().add(row),
                UnsealedRun.number(jdbc));
        if (outcome instanceof Outcome.Unknown) {
            return;
        }
        jdbc.update(
                "UPDATE shipment SET status = ?, error = ?, next_attempt = ?, shipped_at = ?, receipt = ?"
                        + " WHERE shipment_id = ?",
                outcome.status().code(),
                outcome instanceof Outcome.Shipped ? null : detail,
                result.next() == null ? null : result.next().toString(),
                outcome instanceof Outcome.Shipped ? result.attempt().ended().toString() : null,
                receipt == null ? null : receipt.path(),
                shipment.id());
        if (outcome instanceof Outcome.Shipped shipped) {
            addVersions(shipment.id(), shipped.versions());
        }
    }

    /** Makes a shipment due again, whatever became of it. */
    public void reopen(long shipment) {
        jdbc.update(
                "UPDATE shipment SET status = ?, next_attempt = NULL WHERE shipment_id = ?",
                ShipmentStatus.PENDING.code(),
                shipment);
    }

    private void addVersions(long shipment, Map<String, String> versions) {
        versions.forEach((path, version) -> jdbc.update(
                "UPDATE shipped_file SET remote_version = ? WHERE shipment_id = ? AND path = ?",
                version,
                shipment,
                path));
    }

    private void count(
            ControlStage stage, LocalDate day, long shipment, int version, long rows, RowDigests digests, long runId) {
        new ControlTotals(jdbc, runId)
                .insert(List.of(new ControlTotal(
                        stage,
                        "",
                        day,
                        version,
                        Long.toString(shipment),
                        "",
                        null,
                        rows,
                        BigDecimal.ZERO,
                        BigDecimal.ZERO,
                        digests.parts())));
    }

    private static String shortened(String text) {
        String line = text.replaceAll("\\s+", " ").strip();
        return line.length() <= LONGEST_DETAIL ? line : line.substring(0, LONGEST_DETAIL);
    }
}
