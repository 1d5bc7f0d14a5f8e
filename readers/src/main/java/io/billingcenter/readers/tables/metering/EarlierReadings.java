package io.billingcenter.readers.tables.metering;

import io.billingcenter.domain.metering.plan.EarlierReading;
import io.billingcenter.domain.usage.MeasureTier;
import io.billingcenter.domain.usage.WorkspaceDay;
import io.billingcenter.readers.tables.paging.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;

/** The readings that count of the workspace-days that are read again; a few queries for a page of them. */
final class EarlierReadings {

    /** The tasks of a bin whose numbers are in a range; a sliced day is not among them. */
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

    private static final String JOIN_MEASURES = """
            JOIN measure m
              ON m.workspace_id = r.workspace_id AND m.billing_day = r.billing_day AND m.revision = r.revision""";

    private static final String JOIN_WITHDRAWN = """
            JOIN withdrawn_file w
              ON w.workspace_id = r.workspace_id AND w.billing_day = r.billing_day""";

    private static final String FILE_COLUMNS =
            "f.name, f.unreadable, f.records, f.accepted, f.duplicates, f.conflicts, f.quarantined";

    private final JdbcTemplate jdbc;

    EarlierReadings(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** The earlier readings for the tasks of a bin, from one number up to another. */
    Map<WorkspaceDay, EarlierReading> ofTasks(int bin, int from, int behind) {
        return of(TASKS, bin, from, behind);
    }

    /** The earlier reading of a workspace-day that is read in slices; empty when it was never read before. */
    Map<WorkspaceDay, EarlierReading> ofSliced(WorkspaceDay day) {
        return of(SLICED_DAY, day.workspace().value(), day.day().date());
    }

    private Map<WorkspaceDay, EarlierReading> of(String tables, Object... parameters) {
        Map<WorkspaceDay, EarlierReading> readings = new HashMap<>();
        query(
                "r.input_digest, d.record_hash",
                tables.formatted(JOIN_REVISION),
                row -> readings.put(
                        Columns.workspaceDay(row),
                        new EarlierReading(
                                EarlierReading.termsOf(row.getString("input_digest")),
                                row.getString("record_hash"),
                                new ArrayList<>(),
                                new TreeMap<>(),
                                new HashSet<>())),
                parameters);
        if (readings.isEmpty()) {
            return readings;
        }
        query(
                FILE_COLUMNS,
                tables.formatted(JOIN_FILES),
                row -> found(readings, row).files().add(SlicedDayReader.file(row)),
                parameters);
        query(
                "m.measure, m.retention_days, m.quantity",
                tables.formatted(JOIN_MEASURES),
                row -> found(readings, row)
                        .measures()
                        .put(
                                new MeasureTier(Columns.measure(row), row.getInt("retention_days")),
                                row.getBigDecimal("quantity").toBigIntegerExact()),
                parameters);
        query(
                "w.name",
                tables.formatted(JOIN_WITHDRAWN),
                row -> found(readings, row).withdrawn().add(row.getString("name")),
                parameters);
        return readings;
    }

    private void query(String columns, String from, RowCallbackHandler use, Object... parameters) {
        jdbc.query("SELECT r.workspace_id, r.billing_day, " + columns + " FROM " + from, use, parameters);
    }

    private static EarlierReading found(Map<WorkspaceDay, EarlierReading> readings, ResultSet row) throws SQLException {
        WorkspaceDay day = Columns.workspaceDay(row);
        EarlierReading reading = readings.get(day);
        if (reading == null) {
            throw new IllegalStateException(
                    "Expected the revision of the last reading of " + day + " in table metered_day, found none");
        }
        return reading;
    }
}
