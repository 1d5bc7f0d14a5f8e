package io.billingcenter.schema.metering;

import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.usage.WorkspaceDay;
import io.billingcenter.schema.Column;
import io.billingcenter.schema.Table;
import io.billingcenter.schema.TableRow;

/** Table {@code late_day}: workspace-days with files that came after the late window. */
public final class LateDayTable {

    public static final Table TABLE = Table.named("late_day");

    public static final Column<WorkspaceId> WORKSPACE_ID = TABLE.workspace("workspace_id");
    public static final Column<BillingDay> BILLING_DAY = TABLE.day("billing_day");
    public static final Column<String> DETAIL = TABLE.text("detail");
    public static final Column<Long> RUN_ID = TABLE.largeNumber("run_id");

    private LateDayTable() {}

    /**
     * Returns the row of a workspace-day.
     *
     * @param detail what came, for people
     */
    public static TableRow row(WorkspaceDay day, String detail, long runId) {
        return TABLE.row()
                .set(WORKSPACE_ID, day.workspace())
                .set(BILLING_DAY, day.day())
                .set(DETAIL, detail)
                .set(RUN_ID, runId);
    }
}
