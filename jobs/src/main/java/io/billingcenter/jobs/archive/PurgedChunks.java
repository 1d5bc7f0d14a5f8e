package io.billingcenter.jobs.archive;

import io.billingcenter.domain.archive.ArchiveColumn;
import io.billingcenter.domain.archive.DetailRow;
import io.billingcenter.domain.archive.PurgedDay;
import io.billingcenter.domain.usage.WorkspaceDay;
import io.billingcenter.readers.files.archive.ArchiveReader;
import io.billingcenter.readers.tables.coverage.UsedDays;
import io.billingcenter.schema.Column;
import io.billingcenter.schema.metering.DayReadingTable;
import io.billingcenter.writers.tables.archive.PurgedDayWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads an archive file back, chunk by chunk, and deletes from the tables what is in it. */
final class PurgedChunks implements AutoCloseable {

    /** Rows in a transaction, with those of the last workspace-day. */
    private static final int ROWS = 20_000;

    private final JdbcTemplate jdbc;
    private final MonthArchive archive;
    private final int workspaceDays;
    private final ArchiveReader reader;
    private final Map<String, Integer> places = new HashMap<>();
    private @Nullable DetailRow next;

    /**
     * Begins at the first workspace-day.
     *
     * @param workspaceDays largest number of workspace-days in a transaction
     * @throws IOException if the file cannot be read
     */
    PurgedChunks(JdbcTemplate jdbc, MonthArchive archive, int workspaceDays) throws IOException {
        this.jdbc = jdbc;
        this.workspaceDays = workspaceDays;
        this.archive = archive;
        this.reader = archive.read();
        List<ArchiveColumn> columns = reader.columns().getOrDefault(DayReadingTable.TABLE.name(), List.of());
        columns.forEach(column -> places.put(column.name(), places.size()));
        this.next = reader.next();
    }

    /**
     * Deletes the next workspace-days, in the caller's transaction.
     *
     * @return false at the end of the file
     * @throws IOException if the file cannot be read
     */
    boolean purgeNext() throws IOException {
        if (next == null) {
            return false;
        }
        Map<WorkspaceDay, @Nullable DetailRow> readings = new TreeMap<>();
        Map<String, Long> rows = new HashMap<>();
        long count = 0;
        while (next != null
                && (readings.containsKey(next.workspaceDay()) || count < ROWS && readings.size() < workspaceDays)) {
            readings.putIfAbsent(next.workspaceDay(), null);
            if (isCurrentReading(next)) {
                readings.put(next.workspaceDay(), next);
            }
            rows.merge(next.table(), 1L, Long::sum);
            count++;
            next = reader.next();
        }
        new PurgedDayWriter(jdbc).purge(purgedDays(readings), rows);
        return true;
    }

    private List<PurgedDay> purgedDays(Map<WorkspaceDay, @Nullable DetailRow> readings) {
        List<WorkspaceDay> days = List.copyOf(readings.keySet());
        Set<WorkspaceDay> used = new UsedDays(jdbc)
                .between(
                        days.get(0).workspace().value(),
                        days.get(days.size() - 1).workspace().value(),
                        archive.file().month().firstDay().date(),
                        archive.file().month().endExclusive().date());
        List<PurgedDay> purged = new ArrayList<>();
        readings.forEach((day, reading) -> purged.add(new PurgedDay(
                day,
                archive.file().number(),
                archive.startBytes().applyAsLong(day),
                number(reading, DayReadingTable.READING).intValueExact(),
                reading == null ? "" : String.valueOf(cell(reading, DayReadingTable.INPUT_DIGEST)),
                number(reading, DayReadingTable.FILES).intValueExact(),
                number(reading, DayReadingTable.UNREADABLE_FILES).longValueExact(),
                number(reading, DayReadingTable.RECORDS).longValueExact(),
                used.contains(day))));
        return purged;
    }

    private boolean isCurrentReading(DetailRow row) {
        return row.table().equals(DayReadingTable.TABLE.name())
                && Boolean.TRUE.equals(cell(row, DayReadingTable.IS_CURRENT));
    }

    private BigDecimal number(@Nullable DetailRow reading, Column<?> column) {
        return reading != null && cell(reading, column) instanceof BigDecimal number ? number : BigDecimal.ZERO;
    }

    private @Nullable Object cell(DetailRow row, Column<?> column) {
        Integer place = places.get(column.name());
        return place == null ? null : row.cells().get(place);
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
