package io.billingcenter.readers.tables.metering;

import io.billingcenter.domain.metering.plan.EarlierReading;
import io.billingcenter.domain.usage.WorkspaceDay;
import io.billingcenter.schema.WorkspaceDayColumns;
import io.billingcenter.schema.metering.DayReadingTable;
import io.billingcenter.schema.metering.MeteredDayTable;
import io.billingcenter.schema.metering.TrafficFileTable;
import io.billingcenter.schema.metering.WithdrawnFileTable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;

/** Reads the current readings of workspace-days that are read again, with a few queries for a page of them. */
final class EarlierReadings {

    /** Tasks of a bin whose numbers are in a range, but for sliced days. */
    private static final String TASKS = """
            metering_task t JOIN day_reading r
              ON r.workspace_id = t.workspace_id AND r.billing_day = t.billing_day AND r.is_current = TRUE
            %s
            WHERE t.slices = 1 AND t.bin = ? AND t.task_number >= ? AND t.task_number < ?""";

    private static final String SLICED_DAY = """
            sliced_day t JOIN day_reading r
              ON r.workspace_id = t.workspace_id AND r.billing_day = t.billing_day AND r.is_current = TRUE
            %s
            WHERE t.workspace_id = ? AND t.billing_day = ?""";

    private static final String JOIN_REVISION = """
            JOIN metered_day d
              ON d.workspace_id = r.workspace_id AND d.billing_day = r.billing_day AND d.is_current = TRUE""";

    private static final String JOIN_FILES = """
            JOIN traffic_file f
              ON f.workspace_id = r.workspace_id AND f.billing_day = r.billing_day AND f.reading = r.reading""";

    private static final String JOIN_WITHDRAWN = """
            JOIN withdrawn_file w
              ON w.workspace_id = r.workspace_id AND w.billing_day = r.billing_day""";

    private final JdbcTemplate jdbc;

    EarlierReadings(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Returns the earlier readings for some tasks of a bin.
     *
     * @param from number of the first task
     * @param end number after the last task
     */
    Map<WorkspaceDay, EarlierReading> ofTasks(int bin, int from, int end) {
        return of(TASKS, bin, from, end);
    }

    /** Returns the earlier reading of a workspace-day that is read in slices; nothing if it was never read before. */
    Map<WorkspaceDay, EarlierReading> ofSliced(WorkspaceDay day) {
        return of(SLICED_DAY, day.workspace().value(), day.day().date());
    }

    private Map<WorkspaceDay, EarlierReading> of(String tables, Object... parameters) {
        Map<WorkspaceDay, EarlierReading> readings = new HashMap<>();
        query(
                DayReadingTable.INPUT_DIGEST.of("r") + ", " + MeteredDayTable.RECORD_HASH.of("d") + ", "
                        + MeteredDayTable.MEASURES.of("d"),
                tables.formatted(JOIN_REVISION),
                row -> readings.put(
                        WorkspaceDayColumns.get(row),
                        new EarlierReading(
                                EarlierReading.termsOf(DayReadingTable.INPUT_DIGEST.get(row)),
                                MeteredDayTable.RECORD_HASH.get(row),
                                new ArrayList<>(),
                                MeteredDayTable.measures(row),
                                new HashSet<>())),
                parameters);
        if (readings.isEmpty()) {
            return readings;
        }
        query(
                TrafficFileTable.TOTALS.columnList("f"),
                tables.formatted(JOIN_FILES),
                row -> found(readings, row).files().add(TrafficFileTable.TOTALS.get(row)),
                parameters);
        query(
                WithdrawnFileTable.NAME.of("w"),
                tables.formatted(JOIN_WITHDRAWN),
                row -> found(readings, row).withdrawn().add(WithdrawnFileTable.NAME.get(row)),
                parameters);
        return readings;
    }

    private void query(String columns, String from, RowCallbackHandler use, Object... parameters) {
        jdbc.query("SELECT r.workspace_id, r.billing_day, " + columns + " FROM " + from, use, parameters);
    }

    private static EarlierReading found(Map<WorkspaceDay, EarlierReading> readings, ResultSet row) throws SQLException {
        WorkspaceDay day = WorkspaceDayColumns.get(row);
        EarlierReading reading = readings.get(day);
        if (reading == null) {
            throw new IllegalStateException(
                    "Expected the revision of the last reading of " + day + " in table metered_day, found none");
        }
        return reading;
    }
}
