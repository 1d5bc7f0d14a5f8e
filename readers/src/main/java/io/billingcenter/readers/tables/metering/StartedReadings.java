package io.billingcenter.readers.tables.metering;

import io.billingcenter.domain.metering.fold.Slice;
import io.billingcenter.domain.metering.plan.StartedReading;
import io.billingcenter.domain.usage.WorkspaceDay;
import io.billingcenter.readers.tables.paging.Columns;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;

/** The workspace-days of which an earlier attempt at a run has read some slices, but not all of them. */
public final class StartedReadings {

    private static final String BEGUN = """
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

    /** All of them, by workspace and day. */
    public List<StartedReading> all() {
        Map<WorkspaceDay, List<Slice>> left = new HashMap<>();
        jdbc.query(LEFT, row -> {
            left.computeIfAbsent(Columns.workspaceDay(row), day -> new ArrayList<>())
                    .add(new Slice(row.getInt("slice"), row.getInt("slices")));
        });
        return jdbc.query(BEGUN, (row, number) -> {
            WorkspaceDay day = Columns.workspaceDay(row);
            return new StartedReading(
                    day, row.getInt("reading"), row.getString("input_digest"), left.getOrDefault(day, List.of()));
        });
    }
}
