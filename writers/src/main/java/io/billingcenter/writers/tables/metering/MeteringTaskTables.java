package io.billingcenter.writers.tables.metering;

import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.metering.plan.ListedFiles;
import io.billingcenter.domain.metering.plan.ListedTask;
import io.billingcenter.domain.metering.plan.ReadingPlan.PlannedReading;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.usage.WorkspaceDay;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The work that listing found: table {@code metering_task}; and {@code traffic_file} for what is read in slices or has so many
 * files that its task cannot name them.
 */
public final class MeteringTaskTables {

    private static final int BATCH_ROWS = 1_000;

    /** What column {@code files} of a task takes. */
    private static final int LONGEST_FILES = 4_000;

    private final JdbcTemplate jdbc;

    /** The tables of this database. */
    public MeteringTaskTables(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Forgets work that an earlier attempt listed and did not do; it is listed anew.
     *
     * @param standing workspace-days of which the slices that were read are kept
     */
    public void clear(Set<WorkspaceDay> standing) {
        List<Object[]> left = jdbc.query("""
                SELECT DISTINCT workspace_id, billing_day, reading FROM metering_task
                UNION SELECT workspace_id, billing_day, reading FROM sliced_day""", (row, number) ->
                new Object[] {row.getString(1), row.getObject(2, LocalDate.class), row.getInt(3)});
        left.removeIf(key -> standing.contains(
                new WorkspaceDay(new WorkspaceId((String) key[0]), new BillingDay((LocalDate) key[1]))));
        for (String table : List.of("traffic_file", "quarantined_record")) {
            updateAll("DELETE FROM " + table + " WHERE workspace_id = ? AND billing_day = ? AND reading = ?", left);
        }
        List<Object[]> days =
                left.stream().map(key -> new Object[] {key[0], key[1]}).toList();
        for (String table : List.of("sliced_day", "slice_file", "slice_measure", "slice_total")) {
            updateAll("DELETE FROM " + table + " WHERE workspace_id = ? AND billing_day = ?", days);
        }
        jdbc.update("DELETE FROM metering_task");
    }

    /** Stores the work as it is planned; slices of a day are work of their own. */
    public void insert(List<PlannedReading> readings) {
        insert(readings, Set.of());
    }

    /**
     * Stores the work as it is planned; slices of a day are work of their own.
     *
     * @param standing workspace-days whose rows of an earlier attempt are kept
     */
    public void insert(List<PlannedReading> readings, Set<WorkspaceDay> standing) {
        Map<Integer, Integer> numberInBin = new HashMap<>();
        List<Object[]> taskRows = new ArrayList<>();
        List<Object[]> slicedRows = new ArrayList<>();
        List<Object[]> fileRows = new ArrayList<>();
        for (PlannedReading planned : readings) {
            ListedTask task = planned.task();
            String workspace = task.workspaceDay().workspace().value();
            Object day = task.workspaceDay().day().date();
            String files = filesOf(planned);
            taskRows.add(new Object[] {
                workspace,
                day,
                task.reading(),
                task.inputDigest(),
                task.sizeBytes(),
                planned.slice().index(),
                planned.slice().count(),
                planned.bin(),
                numberInBin.merge(planned.bin(), 1, Integer::sum) - 1,
                planned.tableBytes(),
                planned.threads(),
                files
            });
            if (files != null || !planned.slice().isFirst() || standing.contains(task.workspaceDay())) {
                continue;
            }
            if (planned.slice().count() > 1) {
                slicedRows.add(new Object[] {workspace, day, task.reading(), task.inputDigest()});
            }
            for (ListedTask.ListedFile file : task.files()) {
                fileRows.add(new Object[] {
                    workspace,
                    day,
                    task.reading(),
                    file.name(),
                    file.sizeBytes(),
                    file.modified().toString()
                });
            }
        }
        updateAll(
                "INSERT INTO metering_task (workspace_id, billing_day, reading, input_digest, size_bytes, slice, slices,"
                        + " bin, task_number, table_bytes, threads, files) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                taskRows);
        updateAll(
                "INSERT INTO sliced_day (workspace_id, billing_day, reading, input_digest) VALUES (?, ?, ?, ?)",
                slicedRows);
        updateAll(
                "INSERT INTO traffic_file (workspace_id, billing_day, reading, name, size_bytes, modified)"
                        + " VALUES (?, ?, ?, ?, ?, ?)",
                fileRows);
    }

    /** The files as the task names them; null when it does not. */
    private static @Nullable String filesOf(PlannedReading planned) {
        if (planned.slice().count() > 1) {
            return null;
        }
        String files = ListedFiles.format(planned.task().files());
        return files.length() <= LONGEST_FILES ? files : null;
    }

    private void updateAll(String sql, List<Object[]> rows) {
        for (int from = 0; from < rows.size(); from += BATCH_ROWS) {
            jdbc.batchUpdate(sql, rows.subList(from, Math.min(from + BATCH_ROWS, rows.size())));
        }
    }
}
