package io.billingcenter.schema.guard;

import io.billingcenter.domain.guard.Acknowledgement;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.schema.Column;
import io.billingcenter.schema.Table;
import io.billingcenter.schema.TableRow;

/** Table {@code acknowledgement}: the acknowledgements of holds and findings; it only grows. */
public final class AcknowledgementTable {

    public static final Table TABLE = Table.named("acknowledgement");

    public static final Column<Long> ACK_NUMBER = TABLE.largeNumber("ack_number");
    /** Empty for all workspaces. */
    public static final Column<String> WORKSPACE_ID = TABLE.text("workspace_id");

    public static final Column<BillingDay> FROM_DAY = TABLE.day("from_day");
    /** Last day of the cells to come that are covered; NULL when only existing cells are. */
    public static final Column<BillingDay> UNTIL_DAY = TABLE.day("until_day");

    public static final Column<String> REASON = TABLE.text("reason");
    /** Empty for all meters. */
    public static final Column<String> METER = TABLE.text("meter");

    public static final Column<String> NOTE = TABLE.text("note");
    public static final Column<String> GIVEN_BY = TABLE.text("given_by");
    /** Instant, as text. */
    public static final Column<String> GIVEN_AT = TABLE.text("given_at");

    static {
        TABLE.digests(WORKSPACE_ID, FROM_DAY, UNTIL_DAY, REASON, METER, NOTE, GIVEN_BY, GIVEN_AT);
    }

    private AcknowledgementTable() {}

    /** Returns the row of an acknowledgement. */
    public static TableRow row(long number, Acknowledgement acknowledgement) {
        return TABLE.row()
                .set(ACK_NUMBER, number)
                .set(WORKSPACE_ID, acknowledgement.workspace())
                .set(FROM_DAY, acknowledgement.from())
                .set(UNTIL_DAY, acknowledgement.until())
                .set(REASON, acknowledgement.reason())
                .set(METER, acknowledgement.meter())
                .set(NOTE, acknowledgement.note())
                .set(GIVEN_BY, acknowledgement.by().who())
                .set(GIVEN_AT, acknowledgement.by().when());
    }
}
