package io.billingcenter.schema.metering;

import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.usage.Rejection;
import io.billingcenter.domain.usage.RejectionReason;
import io.billingcenter.domain.usage.WorkspaceDay;
import io.billingcenter.schema.Column;
import io.billingcenter.schema.Table;
import io.billingcenter.schema.TableRow;

/** Table {@code quarantined_record}: the records and files that a reading rejected, with their bytes. */
public final class QuarantinedRecordTable {

    public static final Table TABLE = Table.named("quarantined_record");

    public static final Column<WorkspaceId> WORKSPACE_ID = TABLE.workspace("workspace_id");
    public static final Column<BillingDay> BILLING_DAY = TABLE.day("billing_day");
    public static final Column<Integer> READING = TABLE.number("reading");
    public static final Column<String> FILE = TABLE.text("file");
    public static final Column<Long> LINE = TABLE.largeNumber("line");
    public static final Column<Long> BYTE_OFFSET = TABLE.largeNumber("byte_offset");
    public static final Column<RejectionReason> REASON =
            TABLE.code("reason", RejectionReason.values(), RejectionReason::code);
    public static final Column<String> DETAIL = TABLE.text("detail");
    public static final Column<byte[]> RAW = TABLE.bytes("raw");

    static {
        TABLE.digests(FILE, LINE, BYTE_OFFSET, REASON, DETAIL, RAW);
    }

    private QuarantinedRecordTable() {}

    private static final int LONGEST_DETAIL = 1_000;

    /** Returns the row of a rejected record or file; a long detail is cut. */
    public static TableRow row(WorkspaceDay day, int reading, Rejection rejection) {
        String detail = rejection.detail();
        return TABLE.row()
                .set(WORKSPACE_ID, day.workspace())
                .set(BILLING_DAY, day.day())
                .set(READING, reading)
                .set(FILE, rejection.place().file())
                .set(LINE, rejection.place().line())
                .set(BYTE_OFFSET, rejection.place().offset())
                .set(REASON, rejection.reason())
                .set(DETAIL, detail.length() <= LONGEST_DETAIL ? detail : detail.substring(0, LONGEST_DETAIL))
                .set(RAW, rejection.raw());
    }
}
