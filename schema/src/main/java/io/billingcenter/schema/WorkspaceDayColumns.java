package io.billingcenter.schema;

import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.usage.WorkspaceDay;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
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

    /** Deletes the rows of these workspace-days. */
    public static void delete(JdbcTemplate jdbc, Table table, Collection<WorkspaceDay> days) {
        table.change(jdbc, new KeyedChange(table, List.of(), key(table), ""), rows(table, days));
    }

    /** Makes the current rows of these workspace-days earlier ones. */
    public static void supersede(JdbcTemplate jdbc, Table table, Collection<WorkspaceDay> days) {
        Column<?> current = table.column("is_current");
        List<TableRow> rows = rows(table, days);
        rows.forEach(row -> row.setCell(current, false));
        table.change(jdbc, new KeyedChange(table, List.of(current), key(table), "is_current = TRUE"), rows);
    }

    private static List<Column<?>> key(Table table) {
        return List.of(table.column("workspace_id"), table.column("billing_day"));
    }

    private static List<TableRow> rows(Table table, Collection<WorkspaceDay> days) {
        List<Column<?>> key = key(table);
        return days.stream()
                .distinct()
                .map(day -> table.row()
                        .setCell(key.get(0), day.workspace().value())
                        .setCell(key.get(1), day.day().date()))
                .toList();
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
