package io.billingcenter.readers.tables.metering;

import io.billingcenter.domain.metering.fold.Slice;
import io.billingcenter.domain.metering.plan.StartedReading;
import io.billingcenter.domain.usage.WorkspaceDay;
import io.billingcenter.schema.WorkspaceDayColumns;
import io.billingcenter.schema.metering.MeteringTaskTable;
import io.billingcenter.schema.metering.SlicedDayTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads the workspace-days of which an earlier attempt at a run has read some slices, but not all. */
public final class StartedReadings {

    private static final String STARTED = """
            SELECT s.workspace_id, s.billing_day, s.reading, s.input_digest FROM sliced_day s
            WHERE EXISTS (SELECT 1 FROM slice_file f
              WHERE f.workspace_id = s.workspace_id AND f.billing_day = s.billing_day)
            ORDER BY s.workspace_id, s.billing_day""";

    private static final String LEFT = """
            SELECT t.workspace_id, t.billing_day, t.slice, t.slices FROM metering_task t
            JOIN sliced_day s ON s.workspace_id = t.workspace_id AND s.billing_day = t.billing_day
            ORDER BY t.workspace_id, t.billing_day, t.slice""";

    private final JdbcTemplate jdbc;

    /** Reads through the template. */
    public StartedReadings(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns all of them, by workspace and day. */
    public List<StartedReading> all() {
        Map<WorkspaceDay, List<Slice>> left = new HashMap<>();
        jdbc.query(LEFT, row -> {
            left.computeIfAbsent(WorkspaceDayColumns.get(row), day -> new ArrayList<>())
                    .add(MeteringTaskTable.slice(row));
        });
        return jdbc.query(STARTED, (row, number) -> {
            WorkspaceDay day = WorkspaceDayColumns.get(row);
            return new StartedReading(
                    day,
                    SlicedDayTable.READING.get(row),
                    SlicedDayTable.INPUT_DIGEST.get(row),
                    left.getOrDefault(day, List.of()));
        });
    }
}
