package io.billingcenter.schema.outbox;

import io.billingcenter.domain.outbox.Shipment;
import io.billingcenter.domain.outbox.ShipmentStatus;
import io.billingcenter.schema.Column;
import io.billingcenter.schema.Table;
import io.billingcenter.schema.TableRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** Table {@code shipment}: published revisions on their way to targets. */
public final class ShipmentTable {

    public static final Table TABLE = Table.named("shipment");

    public static final Column<Long> SHIPMENT_ID = TABLE.largeNumber("shipment_id");
    public static final Column<String> PERIOD = TABLE.text("period");
    public static final Column<Integer> REVISION = TABLE.number("revision");
    public static final Column<String> TARGET = TABLE.text("target");
    /** Empty if the shipment is for no single account. */
    public static final Column<String> ACCOUNT_ID = TABLE.text("account_id");

    public static final Column<String> CONTENT_DIGEST = TABLE.text("content_digest");
    public static final Column<Integer> SUPERSEDES = TABLE.number("supersedes");
    public static final Column<ShipmentStatus> STATUS =
            TABLE.code("status", ShipmentStatus.values(), ShipmentStatus::code);
    public static final Column<Integer> ATTEMPTS = TABLE.number("attempts");
    /** Instant, as text. */
    public static final Column<Instant> CLAIMED_AT = TABLE.text("claimed_at", Instant::toString, Instant::parse);
    /** Instant, as text. */
    public static final Column<Instant> NEXT_ATTEMPT = TABLE.text("next_attempt", Instant::toString, Instant::parse);
    /** Instant, as text. */
    public static final Column<Instant> SHIPPED_AT = TABLE.text("shipped_at", Instant::toString, Instant::parse);
    /** Path of the receipt below the folder of delivered files. */
    public static final Column<String> RECEIPT = TABLE.text("receipt");

    public static final Column<String> ERROR = TABLE.text("error");

    /** The columns that name a row. */
    public static final List<Column<?>> KEY = List.of(SHIPMENT_ID);

    static {
        // The outcome is not among them: attempts have digests of their own.
        TABLE.digests(PERIOD, REVISION, TARGET, ACCOUNT_ID, CONTENT_DIGEST, SUPERSEDES);
    }

    private ShipmentTable() {}

    /** Returns the row of a shipment. */
    public static TableRow row(Shipment shipment) {
        return TABLE.row()
                .set(SHIPMENT_ID, shipment.id())
                .set(PERIOD, shipment.period())
                .set(REVISION, shipment.revision())
                .set(TARGET, shipment.target())
                .set(ACCOUNT_ID, shipment.account())
                .set(CONTENT_DIGEST, shipment.contentDigest())
                .set(SUPERSEDES, shipment.supersedes())
                .set(STATUS, shipment.status())
                .set(ATTEMPTS, shipment.attempts())
                .set(NEXT_ATTEMPT, shipment.nextAttempt())
                .set(ERROR, shipment.error());
    }

    /** Returns the shipment of the current row. */
    public static Shipment shipment(ResultSet row) throws SQLException {
        return new Shipment(
                SHIPMENT_ID.get(row),
                PERIOD.get(row),
                REVISION.get(row),
                TARGET.get(row),
                ACCOUNT_ID.get(row),
                CONTENT_DIGEST.get(row),
                SUPERSEDES.getOrNull(row),
                STATUS.get(row),
                ATTEMPTS.get(row),
                NEXT_ATTEMPT.getOrNull(row),
                ERROR.getOrNull(row));
    }
}
