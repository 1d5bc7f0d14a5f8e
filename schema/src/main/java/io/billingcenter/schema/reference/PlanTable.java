package io.billingcenter.schema.reference;

import io.billingcenter.domain.account.Plan;
import io.billingcenter.domain.account.PlanPeriod;
import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.time.DayRange;
import io.billingcenter.schema.Column;
import io.billingcenter.schema.Table;
import io.billingcenter.schema.TableRow;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Table {@code plan}: the plans of workspaces, by range of days. */
public final class PlanTable {

    public static final Table TABLE = Table.named("plan");

    public static final Column<WorkspaceId> WORKSPACE_ID = TABLE.workspace("workspace_id");
    public static final Column<BillingDay> FROM_DAY = TABLE.day("from_day");
    /** First day that no longer belongs to the range; NULL while it is open. */
    public static final Column<BillingDay> TO_DAY = TABLE.day("to_day");

    public static final Column<Plan> PLAN = TABLE.code("plan", Plan::code, Plan::ofCode);

    private PlanTable() {}

    /** Returns the row of a plan. */
    public static TableRow row(PlanPeriod period) {
        return TABLE.row()
                .set(WORKSPACE_ID, period.workspace())
                .set(FROM_DAY, period.days().from())
                .set(TO_DAY, period.days().to())
                .set(PLAN, period.plan());
    }

    /** Returns the plan that is in the current row. */
    public static PlanPeriod plan(ResultSet row) throws SQLException {
        return new PlanPeriod(
                WORKSPACE_ID.get(row), PLAN.get(row), new DayRange(FROM_DAY.get(row), TO_DAY.getOrNull(row)));
    }
}
