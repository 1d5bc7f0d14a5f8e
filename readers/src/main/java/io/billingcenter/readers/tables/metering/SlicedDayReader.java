package io.billingcenter.readers.tables.metering;

import io.billingcenter.domain.metering.fold.FileTotals;
import io.billingcenter.domain.metering.fold.MeteredDay;
import io.billingcenter.domain.metering.fold.Slice;
import io.billingcenter.domain.metering.plan.MeteredReading;
import io.billingcenter.domain.metering.plan.MeteringTask;
import io.billingcenter.domain.metering.plan.QuarantineLimit;
import io.billingcenter.domain.usage.MeasureTier;
import io.billingcenter.domain.usage.RejectionReason;
import io.billingcenter.domain.usage.WorkspaceDay;
import io.billingcenter.readers.tables.paging.Columns;
import io.billingcenter.readers.tables.paging.TablePages;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** The workspace-days of which all slices have been read, each as what its slices amount to together. */
public final class SlicedDayReader extends TablePages<WorkspaceDay, MeteredReading> {

    private static final int PAGE_ROWS = 20;

    private static final String DAYS = """
            SELECT s.workspace_id, s.billing_day, s.reading, s.input_digest, d.revision, d.content_digest
            FROM sliced_day s
            LEFT JOIN metered_day d
              ON d.workspace_id = s.workspace_id AND d.billing_day = s.billing_day AND d.is_current = TRUE
            WHERE s.workspace_id >= ? AND (s.workspace_id > ? OR s.billing_day > ?)
            ORDER BY s.workspace_id, s.billing_day FETCH FIRST %d ROWS ONLY""".formatted(PAGE_ROWS);

    private static final String FILES =
            "SELECT * FROM slice_file WHERE workspace_id = ? AND billing_day = ? ORDER BY slice, name";

    private static final String MEASURES =
            "SELECT * FROM slice_measure WHERE workspace_id = ? AND billing_day = ? AND slice = ?";

    private static final String FAULTS =
            """
            SELECT file, detail FROM quarantined_record WHERE workspace_id = ? AND billing_day = ? AND reading = ?
              AND reason IN ('%s', '%s')""".formatted(RejectionReason.UNREADABLE_FILE.code(), RejectionReason.BAD_HEADER.code());

    private static final LocalDate BEFORE_ALL_DAYS = LocalDate.of(1900, 1, 1);

    /** The files of one slice; their order is that of the names, as in every slice. */
    private record SliceFiles(int slice, String recordHash, List<FileTotals> files) {}

    private final JdbcTemplate jdbc;
    private final QuarantineLimit limit;

    /** The days in this database; the limit decides whether one has too many bad records. */
    public SlicedDayReader(JdbcTemplate jdbc, QuarantineLimit limit) {
        this.jdbc = jdbc;
        this.limit = limit;
    }

    @Override
    protected Page<WorkspaceDay, MeteredReading> pageAfter(@Nullable WorkspaceDay last) {
        String workspace = last == null ? "" : last.workspace().value();
        LocalDate day = last == null ? BEFORE_ALL_DAYS : last.day().date();
        List<MeteringTask> tasks = jdbc.query(DAYS, (row, number) -> task(row), workspace, workspace, day);
        if (tasks.isEmpty()) {
            return new Page<>(List.of(), null);
        }
        return new Page<>(
                tasks.stream().map(this::reading).toList(),
                tasks.get(tasks.size() - 1).workspaceDay());
    }

    private MeteredReading reading(MeteringTask sliced) {
        MeteringTask task = sliced.last() == null
                ? sliced
                : sliced.comparedWith(new EarlierReadings(jdbc)
                        .ofSliced(sliced.workspaceDay())
                        .get(sliced.workspaceDay()));
        List<SliceFiles> slices = slices(task.workspaceDay());
        MeteredDay day = slices.stream()
                .map(slice -> new MeteredDay(
                        task.workspaceDay(),
                        slice.files(),
                        measures(task.workspaceDay(), slice.slice(), "quantity"),
                        slice.recordHash(),
                        measures(task.workspaceDay(), slice.slice(), "largest")))
                .reduce(MeteredDay::plus)
                .orElseThrow(() -> new IllegalStateException(
                        "Expected the slices of " + task.workspaceDay() + " in table slice_file, found none"));
        Map<String, String> faults = day.unreadableFiles() == 0 ? Map.of() : faults(task);
        return new MeteredReading(task, day, limit.isExceededBy(day), faults, torn(slices));
    }

    /** Files that some slices could read and others could not. */
    private static Set<String> torn(List<SliceFiles> slices) {
        Map<String, Boolean> unreadable = new HashMap<>();
        Set<String> torn = new TreeSet<>();
        for (SliceFiles slice : slices) {
            for (FileTotals file : slice.files()) {
                Boolean before = unreadable.putIfAbsent(file.file(), file.unreadable());
                if (before != null && before != file.unreadable()) {
                    torn.add(file.file());
                }
            }
        }
        return torn;
    }

    private Map<String, String> faults(MeteringTask task) {
        Map<String, String> faults = new HashMap<>();
        jdbc.query(
                FAULTS,
                row -> {
                    faults.put(row.getString("file"), row.getString("detail"));
                },
                task.workspaceDay().workspace().value(),
                task.workspaceDay().day().date(),
                task.reading());
        return faults;
    }

    private List<SliceFiles> slices(WorkspaceDay day) {
        List<SliceFiles> slices = new ArrayList<>();
        jdbc.query(
                FILES,
                row -> {
                    int slice = row.getInt("slice");
                    if (slices.isEmpty() || slices.get(slices.size() - 1).slice() != slice) {
                        slices.add(new SliceFiles(slice, row.getString("record_hash"), new ArrayList<>()));
                    }
                    slices.get(slices.size() - 1).files().add(file(row));
                },
                day.workspace().value(),
                day.day().date());
        return slices;
    }

    private SortedMap<MeasureTier, BigInteger> measures(WorkspaceDay day, int slice, String column) {
        SortedMap<MeasureTier, BigInteger> measures = new TreeMap<>();
        jdbc.query(
                MEASURES,
                row -> {
                    BigDecimal value = row.getBigDecimal(column);
                    if (value != null) {
                        measures.put(
                                new MeasureTier(Columns.measure(row), row.getInt("retention_days")),
                                value.toBigIntegerExact());
                    }
                },
                day.workspace().value(),
                day.day().date(),
                slice);
        return measures;
    }

    /** The totals of a file in the current row. */
    static FileTotals file(ResultSet row) throws SQLException {
        return new FileTotals(
                row.getString("name"),
                row.getBoolean("unreadable"),
                row.getLong("records"),
                row.getLong("accepted"),
                row.getLong("duplicates"),
                row.getLong("conflicts"),
                row.getLong("quarantined"));
    }

    private static MeteringTask task(ResultSet row) throws SQLException {
        String contentDigest = row.getString("content_digest");
        return new MeteringTask(
                Columns.workspaceDay(row),
                row.getInt("reading"),
                row.getString("input_digest"),
                List.of(),
                Slice.WHOLE,
                MeteringTask.Resources.NONE,
                contentDigest == null ? null : new MeteringTask.Revision(row.getInt("revision"), contentDigest));
    }
}
