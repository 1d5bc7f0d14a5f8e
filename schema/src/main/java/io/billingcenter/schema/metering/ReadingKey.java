package io.billingcenter.schema.metering;

import io.billingcenter.domain.usage.WorkspaceDay;
import io.billingcenter.schema.Table;
import io.billingcenter.schema.WorkspaceDayColumns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import org.springframework.jdbc.core.JdbcTemplate;

/** A reading of a workspace-day: columns {@code workspace_id}, {@code billing_day} and {@code reading}. */
public record ReadingKey(WorkspaceDay day, int reading) {

    private static final int BATCH_ROWS = 1_000;

    /** Returns the reading in the current row. */
    public static ReadingKey get(ResultSet row) throws SQLException {
        return new ReadingKey(WorkspaceDayColumns.get(row), row.getInt("reading"));
    }

    /** Deletes the rows of these readings, in batches; does nothing without any. */
    public static void delete(JdbcTemplate jdbc, Table table, Collection<ReadingKey> readings) {
        update(
                jdbc,
                "DELETE FROM " + table.name() + " WHERE " + WorkspaceDayColumns.CONDITION + " AND reading = ?",
                readings);
    }

    /**
     * Executes a statement for each reading, in batches; does nothing without any.
     *
     * @param statement a statement whose parameters are the workspace, the day and the number of the reading
     */
    public static void update(JdbcTemplate jdbc, String statement, Collection<ReadingKey> readings) {
        if (readings.isEmpty()) {
            return;
        }
        jdbc.batchUpdate(statement, readings, BATCH_ROWS, (prepared, key) -> {
            prepared.setString(1, key.day().workspace().value());
            prepared.setObject(2, key.day().day().date());
            prepared.setInt(3, key.reading());
        });
    }
}
