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
import io.billingcenter.readers.tables.paging.TablePages;
import io.billingcenter.schema.WorkspaceDayColumns;
import io.billingcenter.schema.metering.MeteredDayTable;
import io.billingcenter.schema.metering.QuarantinedRecordTable;
import io.billingcenter.schema.metering.SliceFileTable;
import io.billingcenter.schema.metering.SliceMeasureTable;
import io.billingcenter.schema.metering.SlicedDayTable;
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

/** Reads the workspace-days of which all slices have been read, each as the sum of its slices. */
public final class SlicedDayReader extends TablePages<WorkspaceDay, MeteredReading> {

    private static final int PAGE_ROWS = 20;

    private static final String DAYS = """
            SELECT %s, d.revision, d.content_digest FROM sliced_day s
            LEFT JOIN metered_day d
              ON d.workspace_id = s.workspace_id AND d.billing_day = s.billing_day AND d.is_current = TRUE
            WHERE s.workspace_id >= ? AND (s.workspace_id > ? OR s.billing_day > ?)
            ORDER BY s.workspace_id, s.billing_day FETCH FIRST %s ROWS ONLY""".formatted(SlicedDayTable.TABLE.columnList("s"), PAGE_ROWS);

    private static final String FILES =
            SliceFileTable.TABLE.select() + " WHERE " + WorkspaceDayColumns.CONDITION + " ORDER BY slice, name";

    private static final String MEASURES =
            SliceMeasureTable.TABLE.select() + " WHERE " + WorkspaceDayColumns.CONDITION + " AND slice = ?";

    private static final String FAULTS =
            """
            SELECT file, detail FROM quarantined_record WHERE workspace_id = ? AND billing_day = ? AND reading = ?
              AND reason IN ('%s', '%s')""".formatted(RejectionReason.UNREADABLE_FILE.code(), RejectionReason.BAD_HEADER.code());

    private static final LocalDate BEFORE_ALL_DAYS = LocalDate.of(1900, 1, 1);

    /** The files of one slice, ordered by name as in every slice. */
    private record SliceFiles(int slice, String recordHash, List<FileTotals> files) {}

    private final JdbcTemplate jdbc;
    private final QuarantineLimit limit;

    /** Reads from that database; the limit decides whether a workspace-day has too many quarantined records. */
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
                .map(slice -> slice(task.workspaceDay(), slice))
                .reduce(MeteredDay::plus)
                .orElseThrow(() -> new IllegalStateException(
                        "Expected the slices of " + task.workspaceDay() + " in table slice_file, found none"));
        Map<String, String> faults = day.unreadableFiles() == 0 ? Map.of() : faults(task);
        return new MeteredReading(task, day, limit.isExceededBy(day), faults, torn(slices));
    }

    /** Returns the files that some slices could read and others could not. */
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
                    faults.put(QuarantinedRecordTable.FILE.get(row), QuarantinedRecordTable.DETAIL.get(row));
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
                    int slice = SliceFileTable.SLICE.get(row);
                    if (slices.isEmpty() || slices.get(slices.size() - 1).slice() != slice) {
                        slices.add(new SliceFiles(slice, SliceFileTable.RECORD_HASH.get(row), new ArrayList<>()));
                    }
                    slices.get(slices.size() - 1).files().add(SliceFileTable.TOTALS.get(row));
                },
                day.workspace().value(),
                day.day().date());
        return slices;
    }

    private MeteredDay slice(WorkspaceDay day, SliceFiles slice) {
        SortedMap<MeasureTier, BigInteger> measures = new TreeMap<>();
        SortedMap<MeasureTier, BigInteger> largest = new TreeMap<>();
        jdbc.query(
                MEASURES,
                row -> {
                    MeasureTier tier = SliceMeasureTable.MEASURE.tier(row);
                    measures.put(tier, SliceMeasureTable.MEASURE.quantity(row));
                    BigInteger ofLargest = SliceMeasureTable.MEASURE.largestOrNull(row);
                    if (ofLargest != null) {
                        largest.put(tier, ofLargest);
                    }
                },
                day.workspace().value(),
                day.day().date(),
                slice.slice());
        return new MeteredDay(day, slice.files(), measures, slice.recordHash(), largest);
    }

    private static MeteringTask task(ResultSet row) throws SQLException {
        return new MeteringTask(
                WorkspaceDayColumns.get(row),
                SlicedDayTable.READING.get(row),
                SlicedDayTable.INPUT_DIGEST.get(row),
                List.of(),
                Slice.WHOLE,
                MeteringTask.Resources.NONE,
                MeteredDayTable.revisionOrNull(row));
    }
}
