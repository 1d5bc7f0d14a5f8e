package io.billingcenter.readers.tables.focus;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;

/** The key of a line of daily bills, whatever their posted days, as it is in the tables. */
record LineRef(
        String account,
        String currency,
        String settlement,
        String workspace,
        String meter,
        int retentionDays,
        String agreement,
        LocalDate billingDay) {

    static LineRef of(ResultSet row) throws SQLException {
        return new LineRef(
                row.getString("account_id"),
                row.getString("currency"),
                row.getString("settlement"),
                row.getString("workspace_id"),
                row.getString("meter"),
                row.getInt("retention_days"),
                row.getString("agreement_id"),
                row.getObject("billing_day", LocalDate.class));
    }

    /** Returns the workspace-day, which for a fee that no workspace causes has an empty workspace. */
    WorkspaceDate workspaceDate() {
        return new WorkspaceDate(workspace, billingDay);
    }

    /** A workspace on a billing day. */
    record WorkspaceDate(String workspace, LocalDate day) {}
}
