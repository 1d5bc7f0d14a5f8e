package io.billingcenter.schema.metering;

import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.metering.plan.ListedTask;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.schema.Column;
import io.billingcenter.schema.Table;
import io.billingcenter.schema.TableRow;

/** Table {@code sliced_day}: workspace-days that are read in slices, until all slices are there and are added up. */
public final class SlicedDayTable {

    public static final Table TABLE = Table.named("sliced_day");

    public static final Column<WorkspaceId> WORKSPACE_ID = TABLE.workspace("workspace_id");
    public static final Column<BillingDay> BILLING_DAY = TABLE.day("billing_day");
    public static final Column<Integer> READING = TABLE.number("reading");
    public static final Column<String> INPUT_DIGEST = TABLE.text("input_digest");

    private SlicedDayTable() {}

    /** Returns the row of a task that is read in slices. */
    public static TableRow row(ListedTask task) {
        return TABLE.row()
                .set(WORKSPACE_ID, task.workspaceDay().workspace())
                .set(BILLING_DAY, task.workspaceDay().day())
                .set(READING, task.reading())
                .set(INPUT_DIGEST, task.inputDigest());
    }
}
