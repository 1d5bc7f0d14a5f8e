package io.billingcenter.writers.tables.metering;

import io.billingcenter.domain.metering.plan.ListedFiles;
import io.billingcenter.domain.metering.plan.ListedTask;
import io.billingcenter.domain.metering.plan.ReadingPlan.PlannedReading;
import io.billingcenter.domain.usage.WorkspaceDay;
import io.billingcenter.schema.TableRow;
import io.billingcenter.schema.metering.MeteringTaskTable;
import io.billingcenter.schema.metering.QuarantinedRecordTable;
import io.billingcenter.schema.metering.ReadingKey;
import io.billingcenter.schema.metering.SliceTables;
import io.billingcenter.schema.metering.SlicedDayTable;
import io.billingcenter.schema.metering.TrafficFileTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The work that listing found: table {@code metering_task}, and {@code traffic_file} for workspace-days that are read in
 * slices or have more files than a task can name.
 */
public final class MeteringTaskTables {

    /** Most characters in column {@code files} of a task. */
    private static final int LONGEST_FILES = 4_000;

    private final JdbcTemplate jdbc;

    /** Writes to that database. */
    public MeteringTaskTables(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Deletes the tasks that an earlier attempt has listed and not done; they are listed anew.
     *
     * @param standing workspace-days whose slices that were read are kept
     */
    public void clear(Set<WorkspaceDay> standing) {
        List<ReadingKey> left = jdbc.query("""
                SELECT DISTINCT workspace_id, billing_day, reading FROM metering_task
                UNION SELECT workspace_id, billing_day, reading FROM sliced_day""", (row, number) -> ReadingKey.get(row));
        left.removeIf(key -> standing.contains(key.day()));
        ReadingKey.delete(jdbc, TrafficFileTable.TABLE, left);
        ReadingKey.delete(jdbc, QuarantinedRecordTable.TABLE, left);
        SliceTables.delete(jdbc, left.stream().map(ReadingKey::day).toList());
        jdbc.update("DELETE FROM metering_task");
    }

    /** Stores the work as it is planned; each slice of a day is a task of its own. */
    public void insert(List<PlannedReading> readings) {
        insert(readings, Set.of());
    }

    /**
     * Stores the work as it is planned; each slice of a day is a task of its own.
     *
     * @param standing workspace-days whose rows of an earlier attempt are kept
     */
    public void insert(List<PlannedReading> readings, Set<WorkspaceDay> standing) {
        Map<Integer, Integer> numberInBin = new HashMap<>();
        List<TableRow> tasks = new ArrayList<>();
        List<TableRow> slicedDays = new ArrayList<>();
        List<TableRow> files = new ArrayList<>();
        for (PlannedReading planned : readings) {
            ListedTask task = planned.task();
            String named = filesOf(planned);
            int number = numberInBin.merge(planned.bin(), 1, Integer::sum) - 1;
            tasks.add(MeteringTaskTable.row(planned, number, named));
            if (named != null || !planned.slice().isFirst() || standing.contains(task.workspaceDay())) {
                continue;
            }
            if (planned.slice().count() > 1) {
                slicedDays.add(SlicedDayTable.row(task));
            }
            for (ListedTask.ListedFile file : task.files()) {
                files.add(TrafficFileTable.row(task.workspaceDay(), task.reading(), file));
            }
        }
        MeteringTaskTable.TABLE.insert(jdbc, tasks);
        SlicedDayTable.TABLE.insert(jdbc, slicedDays);
        TrafficFileTable.TABLE.insert(jdbc, files);
    }

    /** Returns the files as the task names them, or null if they get rows of their own. */
    private static @Nullable String filesOf(PlannedReading planned) {
        if (planned.slice().count() > 1) {
            return null;
        }
        String files = ListedFiles.format(planned.task().files());
        return files.length() <= LONGEST_FILES ? files : null;
    }
}
