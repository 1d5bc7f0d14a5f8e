package io.billingcenter.schema.outbox;

import io.billingcenter.domain.outbox.Attempt;
import io.billingcenter.schema.Column;
import io.billingcenter.schema.Table;
import io.billingcenter.schema.TableRow;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Table {@code attempt}: the attempts to send the shipments; it only grows. */
public final class AttemptTable {

    public static final Table TABLE = Table.named("attempt");

    public static final Column<Long> SHIPMENT_ID = TABLE.largeNumber("shipment_id");
    public static final Column<Integer> ATTEMPT_NUMBER = TABLE.number("attempt_number");
    /** NULL for an attempt of a command that runs no job. */
    public static final Column<Long> RUN_ID = TABLE.largeNumber("run_id");
    /** Instant, as text. */
    public static final Column<Instant> BEGUN = TABLE.text("begun", Instant::toString, Instant::parse);
    /** Instant, as text. */
    public static final Column<Instant> ENDED = TABLE.text("ended", Instant::toString, Instant::parse);

    public static final Column<String> RESULT = TABLE.text("result");
    public static final Column<String> DETAIL = TABLE.text("detail");
    /** Digest of the receipt; NULL if the receiver did not get everything. */
    public static final Column<String> RECEIPT_SHA256 = TABLE.text("receipt_sha256");

    static {
        TABLE.digests(ATTEMPT_NUMBER, BEGUN, ENDED, RESULT, DETAIL, RECEIPT_SHA256);
    }

    private AttemptTable() {}

    /** Returns the row of an attempt. */
    public static TableRow row(
            long shipment, Attempt attempt, String detail, @Nullable Long runId, @Nullable String receiptSha256) {
        return TABLE.row()
                .set(SHIPMENT_ID, shipment)
                .set(ATTEMPT_NUMBER, attempt.number())
                .set(RUN_ID, runId)
                .set(BEGUN, attempt.begun())
                .set(ENDED, attempt.ended())
                .set(RESULT, attempt.outcome().code())
                .set(DETAIL, detail)
                .set(RECEIPT_SHA256, receiptSha256);
    }
}
