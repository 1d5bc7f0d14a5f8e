package io.billingcenter.schema.metering;

import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.usage.WorkspaceDay;
import io.billingcenter.schema.Column;
import io.billingcenter.schema.Table;
import io.billingcenter.schema.TableRow;
import java.util.List;

/** Table {@code withdrawn_file}: files that a person has withdrawn, until a reading without them counts. */
public final class WithdrawnFileTable {

    public static final Table TABLE = Table.named("withdrawn_file");

    public static final Column<WorkspaceId> WORKSPACE_ID = TABLE.workspace("workspace_id");
    public static final Column<BillingDay> BILLING_DAY = TABLE.day("billing_day");
    public static final Column<String> NAME = TABLE.text("name");
    public static final Column<Long> RUN_ID = TABLE.largeNumber("run_id");

    /** The columns that name a row. */
    public static final List<Column<?>> KEY = List.of(WORKSPACE_ID, BILLING_DAY, NAME);

    private WithdrawnFileTable() {}

    /** Returns the row of a withdrawn file. */
    public static TableRow row(WorkspaceDay day, String file, long runId) {
        return TABLE.row()
                .set(WORKSPACE_ID, day.workspace())
                .set(BILLING_DAY, day.day())
                .set(NAME, file)
                .set(RUN_ID, runId);
    }
}
