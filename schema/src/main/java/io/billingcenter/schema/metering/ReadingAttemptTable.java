package io.billingcenter.schema.metering;

import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.schema.Column;
import io.billingcenter.schema.Table;

/** Table {@code reading_attempt}: readings that do not count, or that have to be repeated. */
public final class ReadingAttemptTable {

    public static final Table TABLE = Table.named("reading_attempt");

    public static final Column<WorkspaceId> WORKSPACE_ID = TABLE.workspace("workspace_id");
    public static final Column<BillingDay> BILLING_DAY = TABLE.day("billing_day");
    public static final Column<String> INPUT_DIGEST = TABLE.text("input_digest");
    public static final Column<Boolean> COUNTS = TABLE.flag("counts");
    public static final Column<Boolean> MAY_PASS = TABLE.flag("may_pass");
    public static final Column<Long> RUN_ID = TABLE.largeNumber("run_id");

    private ReadingAttemptTable() {}
}
