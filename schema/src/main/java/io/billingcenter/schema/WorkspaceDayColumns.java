package io.billingcenter.schema;

import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.usage.WorkspaceDay;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import org.springframework.jdbc.core.JdbcTemplate;

/** The columns {@code workspace_id} and {@code billing_day}, which many tables have as a workspace-day. */
public final class WorkspaceDayColumns {

    /** The condition that selects the rows of a workspace-day; its parameters are the workspace and the day. */
    public static final String CONDITION = "workspace_id = ? AND billing_day = ?";

    private static final int BATCH_ROWS = 1_000;

    private WorkspaceDayColumns() {}

    /** Returns the workspace-day in the current row. */
    public static WorkspaceDay get(ResultSet row) throws SQLException {
        return new WorkspaceDay(
                new WorkspaceId(row.getString("workspace_id")),
                new BillingDay(row.getObject("billing_day", LocalDate.class)));
    }

    /** Deletes the rows of these workspace-days, in batches. */
    public static void delete(JdbcTemplate jdbc, Table table, Collection<WorkspaceDay> days) {
        update(jdbc, "DELETE FROM " + table.name() + " WHERE " + CONDITION, days);
    }

    /** Makes the current rows of these workspace-days earlier ones, in batches. */
    public static void supersede(JdbcTemplate jdbc, Table table, Collection<WorkspaceDay> days) {
        update(
                jdbc,
                "UPDATE " + table.name() + " SET is_current = FALSE WHERE " + CONDITION + " AND is_current = TRUE",
                days);
    }

    /**
     * Executes a statement for each workspace-day, in batches; does nothing without any.
     *
     * @param statement a statement whose only parameters are those of {@link #CONDITION}
     */
    public static void update(JdbcTemplate jdbc, String statement, Collection<WorkspaceDay> days) {
        if (days.isEmpty()) {
            return;
        }
        jdbc.batchUpdate(statement, days, BATCH_ROWS, (prepared, day) -> {
            prepared.setString(1, day.workspace().value());
            prepared.setObject(2, day.day().date());
        });
    }
}
