package io.billingcenter.readers.metering;

import io.billingcenter.domain.usage.MeteringTask;
import io.billingcenter.domain.usage.Slice;
import io.billingcenter.domain.usage.WorkspaceDay;
import io.billingcenter.readers.tables.Columns;
import io.billingcenter.readers.tables.TablePages;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** The workspace-days and slices of one bin that are still to be read. */
public final class MeteringTaskReader extends TablePages<MeteringTaskReader.Key, MeteringTask> {

    /** A slice of a workspace-day. */
    record Key(WorkspaceDay workspaceDay, int slice) {}

    private static final int PAGE_ROWS = 500;

    private static final String TASKS = """
            SELECT t.workspace_id, t.billing_day, t.reading, t.input_digest, t.slice, t.slices, t.size_bytes, t.table_bytes,
              t.threads, d.revision, d.content_digest
            FROM metering_task t
            LEFT JOIN metered_day d
              ON d.workspace_id = t.workspace_id AND d.billing_day = t.billing_day AND d.is_current = TRUE
            WHERE t.bin = ? AND t.workspace_id >= ? AND (t.workspace_id > ? OR t.billing_day > ? OR (t.billing_day = ? AND t.slice > ?))
            ORDER BY t.workspace_id, t.billing_day, t.slice FETCH FIRST %d ROWS ONLY""".formatted(PAGE_ROWS);

    private static final String FILES = """
            SELECT DISTINCT f.workspace_id, f.billing_day, f.name
            FROM metering_task t
            JOIN traffic_file f
              ON f.workspace_id = t.workspace_id AND f.billing_day = t.billing_day AND f.reading = t.reading
            WHERE t.bin = ? AND t.workspace_id >= ? AND t.workspace_id <= ?
            ORDER BY f.workspace_id, f.billing_day, f.name""";

    private static final LocalDate BEFORE_ALL_DAYS = LocalDate.of(1, 1, 1);

    private final JdbcTemplate jdbc;
    private final int bin;

    /** The tasks of that bin. */
    public MeteringTaskReader(JdbcTemplate jdbc, int bin) {
        this.jdbc = jdbc;
        this.bin = bin;
    }

    @Override
    protected Page<Key, MeteringTask> pageAfter(@Nullable Key last) {
        String workspace = last == null ? "" : last.workspaceDay().workspace().value();
        LocalDate day =
                last == null ? BEFORE_ALL_DAYS : last.workspaceDay().day().date();
        int slice = last == null ? 0 : last.slice();
        List<MeteringTask> tasks =
                jdbc.query(TASKS, (row, number) -> task(row), bin, workspace, workspace, day, day, slice);
        if (tasks.isEmpty()) {
            return new Page<>(List.of(), null);
        }
        MeteringTask newLast = tasks.get(tasks.size() - 1);
        Map<WorkspaceDay, List<String>> files = filesBetween(tasks.get(0).workspaceDay(), newLast.workspaceDay());
        return new Page<>(
                tasks.stream().map(task -> withFiles(task, files)).toList(),
                new Key(newLast.workspaceDay(), newLast.slice().index()));
    }

    private Map<WorkspaceDay, List<String>> filesBetween(WorkspaceDay first, WorkspaceDay last) {
        Map<WorkspaceDay, List<String>> files = new LinkedHashMap<>();
        jdbc.query(
                FILES,
                row -> {
                    files.computeIfAbsent(Columns.workspaceDay(row), key -> new ArrayList<>())
                            .add(row.getString("name"));
                },
                bin,
                first.workspace().value(),
                last.workspace().value());
        return files;
    }

    private static MeteringTask task(ResultSet row) throws SQLException {
        String contentDigest = row.getString("content_digest");
        return new MeteringTask(
                Columns.workspaceDay(row),
                row.getInt("reading"),
                row.getString("input_digest"),
                List.of(),
                new Slice(row.getInt("slice"), row.getInt("slices")),
                new MeteringTask.Means(row.getLong("size_bytes"), row.getLong("table_bytes"), row.getInt("threads")),
                contentDigest == null ? null : new MeteringTask.Revision(row.getInt("revision"), contentDigest));
    }

    private static MeteringTask withFiles(MeteringTask task, Map<WorkspaceDay, List<String>> files) {
        return new MeteringTask(
                task.workspaceDay(),
                task.reading(),
                task.inputDigest(),
                files.getOrDefault(task.workspaceDay(), List.of()),
                task.slice(),
                task.means(),
                task.last());
    }
}
