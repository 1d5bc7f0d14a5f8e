package io.billingcenter.schema.guard;

import io.billingcenter.domain.guard.OpenCell;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.schema.Column;
import io.billingcenter.schema.Table;
import io.billingcenter.schema.TableRow;

/** Table {@code acknowledged_cell}: the cells that existed when an acknowledgement was given. */
public final class AcknowledgedCellTable {

    public static final Table TABLE = Table.named("acknowledged_cell");

    public static final Column<Long> ACK_NUMBER = TABLE.largeNumber("ack_number");
    public static final Column<String> WORKSPACE_ID = TABLE.text("workspace_id");
    public static final Column<BillingDay> BILLING_DAY = TABLE.day("billing_day");
    public static final Column<String> REASON = TABLE.text("reason");
    public static final Column<String> METER = TABLE.text("meter");
    public static final Column<Integer> RETENTION_DAYS = TABLE.number("retention_days");

    static {
        TABLE.digests(WORKSPACE_ID, BILLING_DAY, REASON, METER, RETENTION_DAYS);
    }

    private AcknowledgedCellTable() {}

    /** Returns the row of a cell of the acknowledgement with that number. */
    public static TableRow row(long number, OpenCell.Key cell) {
        return TABLE.row()
                .set(ACK_NUMBER, number)
                .set(WORKSPACE_ID, cell.workspace())
                .set(BILLING_DAY, cell.day())
                .set(REASON, cell.reason())
                .set(METER, cell.meter())
                .set(RETENTION_DAYS, cell.retentionDays());
    }
}
