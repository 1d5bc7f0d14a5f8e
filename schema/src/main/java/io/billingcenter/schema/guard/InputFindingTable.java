package io.billingcenter.schema.guard;

import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.guard.InputFinding;
import io.billingcenter.domain.guard.InputFindingKind;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.schema.Column;
import io.billingcenter.schema.ShortText;
import io.billingcenter.schema.Table;
import io.billingcenter.schema.TableRow;
import io.billingcenter.schema.WorkspaceDayColumns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Table {@code input_finding}: input of workspace-days that is not as expected; a row goes when it is again. */
public final class InputFindingTable {

    public static final Table TABLE = Table.named("input_finding");

    public static final Column<WorkspaceId> WORKSPACE_ID = TABLE.workspace("workspace_id");
    public static final Column<BillingDay> BILLING_DAY = TABLE.day("billing_day");
    public static final Column<InputFindingKind> FINDING =
            TABLE.code("finding", InputFindingKind::code, InputFindingKind::ofCode);
    /** The file; empty for the whole workspace-day. */
    public static final Column<String> SUBJECT = TABLE.text("subject");

    public static final Column<String> DETAIL = TABLE.text("detail");
    /** The run that found it first. */
    public static final Column<Long> RUN_ID = TABLE.largeNumber("run_id");

    /** The columns that name a row. */
    public static final List<Column<?>> KEY = List.of(WORKSPACE_ID, BILLING_DAY, FINDING, SUBJECT);

    private InputFindingTable() {}

    /** Returns the row of a finding that a run makes first; of a known one, the run does not matter. */
    public static TableRow row(InputFinding finding, long runId) {
        return TABLE.row()
                .set(WORKSPACE_ID, finding.workspaceDay().workspace())
                .set(BILLING_DAY, finding.workspaceDay().day())
                .set(FINDING, finding.kind())
                .set(SUBJECT, finding.subject())
                .set(DETAIL, ShortText.of(finding.detail()))
                .set(RUN_ID, runId);
    }

    /** Returns the finding that is in the current row. */
    public static InputFinding finding(ResultSet row) throws SQLException {
        return new InputFinding(WorkspaceDayColumns.get(row), FINDING.get(row), SUBJECT.get(row), DETAIL.get(row));
    }
}
