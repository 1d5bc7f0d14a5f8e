package io.billingcenter.readers.tables.metering;

import io.billingcenter.domain.metering.plan.EarlierReading;
import io.billingcenter.domain.metering.plan.ListedFiles;
import io.billingcenter.domain.metering.plan.ListedTask.ListedFile;
import io.billingcenter.domain.metering.plan.MeteringTask;
import io.billingcenter.domain.usage.WorkspaceDay;
import io.billingcenter.readers.tables.paging.TablePages;
import io.billingcenter.schema.WorkspaceDayColumns;
import io.billingcenter.schema.metering.MeteredDayTable;
import io.billingcenter.schema.metering.MeteringTaskTable;
import io.billingcenter.schema.metering.TrafficFileTable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads the tasks of one bin, which are workspace-days and slices, in the order of their numbers. */
public final class MeteringTaskReader extends TablePages<Integer, MeteringTask> {

    private static final int PAGE_NUMBERS = 500;

    private static final String LAST_NUMBER = "SELECT MAX(task_number) FROM metering_task WHERE bin = ?";

    private static final String TASKS = """
            SELECT %s, d.revision, d.content_digest FROM metering_task t
            LEFT JOIN metered_day d
              ON d.workspace_id = t.workspace_id AND d.billing_day = t.billing_day AND d.is_current = TRUE
            WHERE t.bin = ? AND t.task_number >= ? AND t.task_number < ?
            ORDER BY t.task_number""".formatted(MeteringTaskTable.TABLE.columnList("t"));

    private static final String FILES = """
            SELECT DISTINCT f.workspace_id, f.billing_day, f.name
            FROM metering_task t
            JOIN traffic_file f
              ON f.workspace_id = t.workspace_id AND f.billing_day = t.billing_day AND f.reading = t.reading
            WHERE t.bin = ? AND t.task_number >= ? AND t.task_number < ? AND t.files IS NULL
            ORDER BY f.workspace_id, f.billing_day, f.name""";

    private final JdbcTemplate jdbc;
    private final int bin;
    private @Nullable Integer lastNumber;

    /** Creates a reader of the tasks of that bin. */
    public MeteringTaskReader(JdbcTemplate jdbc, int bin) {
        this.jdbc = jdbc;
        this.bin = bin;
    }

    @Override
    protected Page<Integer, MeteringTask> pageAfter(@Nullable Integer last) {
        if (lastNumber == null) {
            Integer largest = jdbc.queryForObject(LAST_NUMBER, Integer.class, bin);
            lastNumber = largest == null ? -1 : largest;
        }
        int from = last == null ? 0 : last + 1;
        int end = from + PAGE_NUMBERS;
        List<MeteringTask> tasks = jdbc.query(TASKS, (row, number) -> task(row), bin, from, end);
        if (tasks.stream().anyMatch(task -> task.files().isEmpty())) {
            Map<WorkspaceDay, List<String>> files = files(from, end);
            tasks.replaceAll(task -> task.files().isEmpty() ? withFiles(task, files) : task);
        }
        if (tasks.stream().anyMatch(task -> task.last() != null && task.slice().count() == 1)) {
            Map<WorkspaceDay, EarlierReading> earlier = new EarlierReadings(jdbc).ofTasks(bin, from, end);
            tasks.replaceAll(task -> task.comparedWith(earlier.get(task.workspaceDay())));
        }
        return new Page<>(tasks, end > lastNumber ? null : end - 1);
    }

    /** Returns the files of the tasks that do not name theirs. */
    private Map<WorkspaceDay, List<String>> files(int from, int end) {
        Map<WorkspaceDay, List<String>> files = new LinkedHashMap<>();
        jdbc.query(
                FILES,
                row -> {
                    files.computeIfAbsent(WorkspaceDayColumns.get(row), key -> new ArrayList<>())
                            .add(TrafficFileTable.NAME.get(row));
                },
                bin,
                from,
                end);
        return files;
    }

    private static MeteringTask task(ResultSet row) throws SQLException {
        String files = MeteringTaskTable.FILES.getOrNull(row);
        List<ListedFile> unstored = files == null ? List.of() : ListedFiles.parse(files);
        return new MeteringTask(
                WorkspaceDayColumns.get(row),
                MeteringTaskTable.READING.get(row),
                MeteringTaskTable.INPUT_DIGEST.get(row),
                unstored.stream().map(ListedFile::name).toList(),
                MeteringTaskTable.slice(row),
                new MeteringTask.Resources(
                        MeteringTaskTable.SIZE_BYTES.get(row),
                        MeteringTaskTable.TABLE_BYTES.get(row),
                        MeteringTaskTable.THREADS.get(row)),
                MeteredDayTable.revisionOrNull(row),
                unstored);
    }

    private static MeteringTask withFiles(MeteringTask task, Map<WorkspaceDay, List<String>> files) {
        return new MeteringTask(
                task.workspaceDay(),
                task.reading(),
                task.inputDigest(),
                files.getOrDefault(task.workspaceDay(), List.of()),
                task.slice(),
                task.resources(),
                task.last());
    }
}
