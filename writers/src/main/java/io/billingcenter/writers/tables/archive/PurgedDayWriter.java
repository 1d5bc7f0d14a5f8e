package io.billingcenter.writers.tables.archive;

import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.archive.ArchiveColumn;
import io.billingcenter.domain.archive.ArchiveFile;
import io.billingcenter.domain.archive.DetailRow;
import io.billingcenter.domain.archive.PurgedDay;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.usage.WorkspaceDay;
import io.billingcenter.schema.Table;
import io.billingcenter.schema.WorkspaceDayColumns;
import io.billingcenter.schema.archive.ArchiveFileTable;
import io.billingcenter.schema.archive.DetailTables;
import io.billingcenter.schema.archive.PurgedDayTable;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;

/** Moves workspace-days out of the tables of details into {@code purged_day}, and back; in the caller's transaction. */
public final class PurgedDayWriter {

    private static final int BATCH_ROWS = 1_000;

    private final JdbcTemplate jdbc;

    /** Days of a workspace, both ends included. */
    private record Days(BillingDay first, BillingDay last) {

        Days and(BillingDay day) {
            return new Days(day.isBefore(first) ? day : first, last.isBefore(day) ? day : last);
        }
    }

    /** Writes through the template. */
    public PurgedDayWriter(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Stores an archive file that is on the disk; nothing may be deleted before. */
    public void add(ArchiveFile file, long runId) {
        ArchiveFileTable.TABLE.insert(jdbc, ArchiveFileTable.row(file, runId));
    }

    /**
     * Deletes the details of workspace-days and notes where they are now.
     *
     * @param days all workspace-days with details from the first to the last of each workspace
     * @param rows rows of each table that the archive file has of them
     * @throws IllegalStateException if the tables have another number of rows
     */
    public void purge(List<PurgedDay> days, Map<String, Long> rows) {
        PurgedDayTable.TABLE.insert(jdbc, days.stream().map(PurgedDayTable::row).toList());
        Map<WorkspaceId, Days> byWorkspace = new TreeMap<>();
        for (PurgedDay purged : days) {
            BillingDay day = purged.workspaceDay().day();
            byWorkspace.merge(
                    purged.workspaceDay().workspace(), new Days(day, day), (known, more) -> known.and(more.first()));
        }
        for (Table table : DetailTables.ALL) {
            long deleted = delete(table, byWorkspace);
            long archived = rows.getOrDefault(table.name(), 0L);
            if (deleted != archived) {
                throw new IllegalStateException("Expected to delete the " + archived + " archived rows of " + table
                        + ", found " + deleted + " rows from " + days.get(0).workspaceDay() + " to "
                        + days.get(days.size() - 1).workspaceDay() + "; nothing of them was deleted");
            }
        }
    }

    private long delete(Table table, Map<WorkspaceId, Days> byWorkspace) {
        int[][] deleted = jdbc.batchUpdate(
                "DELETE FROM " + table + " WHERE workspace_id = ? AND billing_day >= ? AND billing_day <= ?",
                byWorkspace.entrySet(),
                BATCH_ROWS,
                (prepared, days) -> {
                    prepared.setString(1, days.getKey().value());
                    prepared.setObject(2, days.getValue().first().date());
                    prepared.setObject(3, days.getValue().last().date());
                });
        return Stream.of(deleted).flatMapToInt(IntStream::of).asLongStream().sum();
    }

    /**
     * Brings details back into the tables.
     *
     * @param columns columns of each table, as the rows have them
     * @param rows all rows of the workspace-days
     */
    public void restore(Collection<WorkspaceDay> days, Map<String, List<ArchiveColumn>> columns, List<DetailRow> rows) {
        DetailTables.insert(jdbc, columns, rows);
        WorkspaceDayColumns.delete(jdbc, PurgedDayTable.TABLE, days);
    }
}
