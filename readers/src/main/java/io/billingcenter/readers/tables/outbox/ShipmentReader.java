package io.billingcenter.readers.tables.outbox;

import io.billingcenter.domain.guard.ConsentKind;
import io.billingcenter.domain.outbox.Shipment;
import io.billingcenter.domain.outbox.ShipmentHistory;
import io.billingcenter.domain.outbox.ShipmentHistory.Tried;
import io.billingcenter.domain.outbox.ShippedFile;
import io.billingcenter.readers.tables.guard.ConsentReader;
import io.billingcenter.schema.delivery.DeliveredFileTable;
import io.billingcenter.schema.outbox.AttemptTable;
import io.billingcenter.schema.outbox.ShipmentTable;
import io.billingcenter.schema.outbox.ShippedFileTable;
import java.sql.ResultSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads shipments, their files and attempts, and the published revisions that they are made of. */
public final class ShipmentReader {

    private static final String DUE = " WHERE status IN ('pending', 'sending')";
    private static final String IN_ORDER =
            " ORDER BY target, SUBSTRING(period FROM 1 FOR 7), period, revision, account_id";

    private final JdbcTemplate jdbc;

    /** A published revision of a day, a month or a set. */
    public record Published(String period, int revision) {}

    /** Reads through the template. */
    public ShipmentReader(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns the last run whose revisions were looked at for a target; empty for one that was never seen. */
    public OptionalLong plannedRun(String target) {
        return jdbc
                .query("SELECT planned_run FROM ship_target WHERE target = ?", (row, number) -> row.getLong(1), target)
                .stream()
                .mapToLong(Long::longValue)
                .findFirst();
    }

    /** Returns whether a person consented to the mail of a target to accounts. */
    public boolean isConfirmed(String target) {
        return new ConsentReader(jdbc).has(ConsentKind.SHIP_MAIL, target);
    }

    /** Returns the revisions that runs after one have published, in the order of their periods. */
    public List<Published> publishedAfter(long run) {
        return jdbc.query(
                "SELECT subject, version FROM control_total WHERE run_id > ? AND stage = 'delivered' AND workspace_id = ''"
                        + " ORDER BY control_day, subject, version",
                (row, number) -> new Published(row.getString(1), row.getInt(2)),
                run);
    }

    /** Returns the last published revision of a period. */
    public Optional<Published> lastOf(String period) {
        return jdbc
                .query(
                        "SELECT period, revision FROM delivery WHERE period = ? ORDER BY revision DESC",
                        (row, number) -> new Published(row.getString(1), row.getInt(2)),
                        period)
                .stream()
                .findFirst();
    }

    /** Returns the files of a published revision, in the order of their paths. */
    public List<ShippedFile> filesOf(Published published) {
        return jdbc.query(
                DeliveredFileTable.TABLE.select() + " WHERE period = ? AND revision = ? ORDER BY path",
                (row, number) -> new ShippedFile(
                        DeliveredFileTable.PATH.get(row),
                        DeliveredFileTable.SIZE_BYTES.get(row),
                        DeliveredFileTable.SHA256.get(row)),
                published.period(),
                published.revision());
    }

    /** Returns the shipments of a revision to a target, in the order of their accounts. */
    public List<Shipment> shipments(Published published, String target) {
        return jdbc.query(
                ShipmentTable.TABLE.select() + " WHERE period = ? AND revision = ? AND target = ? ORDER BY account_id",
                (row, number) -> ShipmentTable.shipment(row),
                published.period(),
                published.revision(),
                target);
    }

    /** Returns the last revision before one that has a shipment of the same period, target and account; null for none. */
    public @Nullable Integer before(Published published, String target, String account) {
        return jdbc.queryForObject(
                "SELECT MAX(revision) FROM shipment WHERE period = ? AND revision < ? AND target = ? AND account_id = ?",
                Integer.class,
                published.period(),
                published.revision(),
                target,
                account);
    }

    /** Returns the shipments that are to be sent: by target, and for each in the order of the periods and revisions. */
    public List<Shipment> due() {
        return jdbc.query(ShipmentTable.TABLE.select() + DUE + IN_ORDER, (row, number) -> ShipmentTable.shipment(row));
    }

    /** Returns all shipments that are not at their receivers, in the same order. */
    public List<Shipment> open() {
        return jdbc.query(
                ShipmentTable.TABLE.select() + " WHERE status <> 'shipped'" + IN_ORDER,
                (row, number) -> ShipmentTable.shipment(row));
    }

    /** Returns the shipments that a run has tried to send, in the same order. */
    public List<Shipment> triedBy(long run) {
        return jdbc.query(
                ShipmentTable.TABLE.select()
                        + " WHERE shipment_id IN (SELECT shipment_id FROM attempt WHERE run_id = ?)" + IN_ORDER,
                (row, number) -> ShipmentTable.shipment(row),
                run);
    }

    /**
     * Returns all shipments with their attempts, in the same order.
     *
     * @param period period of the shipments, or a month to include its sets and days; null for all
     */
    public List<ShipmentHistory> history(@Nullable String period) {
        String condition = period == null ? "" : " WHERE period = ? OR SUBSTRING(period FROM 1 FOR 8) IN (?, ?)";
        Object[] arguments = period == null ? new Object[0] : new Object[] {period, period + "/", period + "-"};
        Map<Long, long[]> sizes = sizes();
        Map<Long, List<Tried>> attempts = attempts();
        return jdbc.query(
                ShipmentTable.TABLE.select() + condition + IN_ORDER,
                (row, number) -> {
                    Shipment shipment = ShipmentTable.shipment(row);
                    long[] size = sizes.getOrDefault(shipment.id(), new long[2]);
                    return new ShipmentHistory(
                            shipment,
                            ShipmentTable.SHIPPED_AT.getOrNull(row),
                            ShipmentTable.RECEIPT.getOrNull(row),
                            size[0],
                            size[1],
                            attempts.getOrDefault(shipment.id(), List.of()));
                },
                arguments);
    }

    private Map<Long, long[]> sizes() {
        Map<Long, long[]> sizes = new HashMap<>();
        jdbc.query(
                "SELECT shipment_id, COUNT(*), SUM(size_bytes) FROM shipped_file GROUP BY shipment_id",
                (ResultSet row) -> {
                    sizes.put(row.getLong(1), new long[] {row.getLong(2), row.getLong(3)});
                });
        return sizes;
    }

    private Map<Long, List<Tried>> attempts() {
        Map<Long, List<Tried>> attempts = new HashMap<>();
        jdbc.query(AttemptTable.TABLE.select() + " ORDER BY shipment_id, attempt_number", (ResultSet row) -> {
            attempts.computeIfAbsent(AttemptTable.SHIPMENT_ID.get(row), id -> new ArrayList<>())
                    .add(new Tried(
                            AttemptTable.ATTEMPT_NUMBER.get(row),
                            AttemptTable.BEGUN.getOrNull(row),
                            AttemptTable.ENDED.get(row),
                            AttemptTable.RESULT.get(row),
                            AttemptTable.DETAIL.get(row),
                            AttemptTable.RECEIPT_SHA256.getOrNull(row)));
        });
        return attempts;
    }

    /** Returns the files of a shipment, in the order of their paths. */
    public List<ShippedFile> filesOf(long shipment) {
        return jdbc.query(
                ShippedFileTable.TABLE.select() + " WHERE shipment_id = ? ORDER BY path",
                (row, number) -> ShippedFileTable.shippedFile(row),
                shipment);
    }

    /** Returns the time of the last claim of a shipment, if there was one. */
    public Optional<Instant> claimedAt(long shipment) {
        return jdbc
                .query(
                        "SELECT claimed_at FROM shipment WHERE shipment_id = ? AND claimed_at IS NOT NULL",
                        (row, number) -> Instant.parse(row.getString(1)),
                        shipment)
                .stream()
                .findFirst();
    }
}
