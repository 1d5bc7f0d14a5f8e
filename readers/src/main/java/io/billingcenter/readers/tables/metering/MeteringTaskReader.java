package io.billingcenter.readers.tables.metering;

import io.billingcenter.domain.metering.fold.Slice;
import io.billingcenter.domain.metering.plan.EarlierReading;
import io.billingcenter.domain.metering.plan.ListedFiles;
import io.billingcenter.domain.metering.plan.ListedTask.ListedFile;
import io.billingcenter.domain.metering.plan.MeteringTask;
import io.billingcenter.domain.usage.WorkspaceDay;
import io.billingcenter.readers.tables.paging.Columns;
import io.billingcenter.readers.tables.paging.TablePages;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** The workspace-days and slices of one bin that are still to be read, in the order of their numbers. */
public final class MeteringTaskReader extends TablePages<Integer, MeteringTask> {

    private static final int PAGE_NUMBERS = 500;

    private static final String LAST_NUMBER = "SELECT MAX(task_number) FROM metering_task WHERE bin = ?";

    private static final String TASKS = """
            SELECT t.workspace_id, t.billing_day, t.reading, t.input_digest, t.slice, t.slices, t.size_bytes, t.table_bytes,
              t.threads, t.files, d.revision, d.content_digest
            FROM metering_task t
            LEFT JOIN metered_day d
              ON d.workspace_id = t.workspace_id AND d.billing_day = t.billing_day AND d.is_current = TRUE
            WHERE t.bin = ? AND t.task_number >= ? AND t.task_number < ?
            ORDER BY t.task_number""";

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

    /** The tasks of that bin. */
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
        int behind = from + PAGE_NUMBERS;
        List<MeteringTask> tasks = jdbc.query(TASKS, (row, number) -> task(row), bin, from, behind);
        if (tasks.stream().anyMatch(task -> task.files().isEmpty())) {
            Map<WorkspaceDay, List<String>> files = files(from, behind);
            tasks.replaceAll(task -> task.files().isEmpty() ? withFiles(task, files) : task);
        }
        if (tasks.stream().anyMatch(task -> task.last() != null && task.slice().count() == 1)) {
            Map<WorkspaceDay, EarlierReading> earlier = new EarlierReadings(jdbc).ofTasks(bin, from, behind);
            tasks.replaceAll(task -> task.comparedWith(earlier.get(task.workspaceDay())));
        }
        return new Page<>(tasks, behind > lastNumber ? null : behind - 1);
    }

    /** Of the tasks that do not name their files themselves. */
    private Map<WorkspaceDay, List<String>> files(int from, int behind) {
        Map<WorkspaceDay, List<String>> files = new LinkedHashMap<>();
        jdbc.query(
                FILES,
                row -> {
                    files.computeIfAbsent(Columns.workspaceDay(row), key -> new ArrayList<>())
                            .add(row.getString("name"));
                },
                bin,
                from,
                behind);
        return files;
    }

    private static MeteringTask task(ResultSet row) throws SQLException {
        String contentDigest = row.getString("content_digest");
        String files = row.getString("files");
        List<ListedFile> unstored = files == null ? List.of() : ListedFiles.parse(files);
        return new MeteringTask(
                Columns.workspaceDay(row),
                row.getInt("reading"),
                row.getString("input_digest"),
                unstored.stream().map(ListedFile::name).toList(),
                new Slice(row.getInt("slice"), row.getInt("slices")),
                new MeteringTask.Resources(
                        row.getLong("size_bytes"), row.getLong("table_bytes"), row.getInt("threads")),
                contentDigest == null ? null : new MeteringTask.Revision(row.getInt("revision"), contentDigest),
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
