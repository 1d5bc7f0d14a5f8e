package io.billingcenter.readers.tables.archive;

import io.billingcenter.domain.archive.ArchiveFile;
import io.billingcenter.domain.archive.DetailRow;
import io.billingcenter.domain.usage.WorkspaceDay;
import io.billingcenter.readers.files.archive.ArchiveReader;
import io.billingcenter.readers.tables.archive.ArchiveFiles.Place;
import io.billingcenter.schema.Table;
import io.billingcenter.schema.WorkspaceDayColumns;
import io.billingcenter.schema.archive.DetailTables;
import io.billingcenter.schema.metering.DayReadingTable;
import io.billingcenter.schema.metering.QuarantinedRecordTable;
import io.billingcenter.schema.metering.TrafficFileTable;
import io.billingcenter.schema.quarantine.QuarantineRepairTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The details of workspace-days, wherever they are: the same queries read them from the tables, or from a database in memory
 * into which an archived workspace-day is brought.
 */
public final class DayDetails implements AutoCloseable {

    private final JdbcTemplate jdbc;
    private final @Nullable Archive archive;

    /** The archive files and the database in memory, which holds one workspace-day at a time. */
    private static final class Archive {

        private final ArchiveFiles files;
        private final Supplier<MemoryTables> tables;
        private final Set<ArchiveFile> unchanged = new HashSet<>();
        private @Nullable MemoryTables memory;
        private @Nullable WorkspaceDay loaded;

        Archive(ArchiveFiles files, Supplier<MemoryTables> tables) {
            this.files = files;
            this.tables = tables;
        }

        JdbcTemplate memory() {
            if (memory == null) {
                memory = tables.get();
            }
            return memory.jdbc();
        }
    }

    private DayDetails(JdbcTemplate jdbc, @Nullable Archive archive) {
        this.jdbc = jdbc;
        this.archive = archive;
    }

    /** Returns details that are in the tables only. */
    public static DayDetails inTables(JdbcTemplate jdbc) {
        return new DayDetails(jdbc, null);
    }

    /**
     * Returns details that are in the tables or in archive files.
     *
     * @param tables creates a database in memory once it is needed
     */
    public static DayDetails inTablesAndFiles(JdbcTemplate jdbc, ArchiveFiles files, Supplier<MemoryTables> tables) {
        return new DayDetails(jdbc, new Archive(files, tables));
    }

    /**
     * Returns the database with the details of a workspace-day; that of a purged one has them until another one is asked for.
     *
     * @throws IllegalArgumentException if the archive file is missing, or is not as it was written
     */
    public JdbcTemplate of(WorkspaceDay day) {
        if (archive == null) {
            return jdbc;
        }
        if (day.equals(archive.loaded)) {
            return archive.memory();
        }
        Optional<Place> place = archive.files.find(day);
        if (place.isEmpty()) {
            return jdbc;
        }
        load(archive, place.get());
        return archive.memory();
    }

    private void load(Archive from, Place place) {
        JdbcTemplate memory = from.memory();
        from.loaded = null;
        for (Table table : DetailTables.ALL) {
            memory.update("DELETE FROM " + table);
        }
        memory.update("DELETE FROM " + QuarantineRepairTable.TABLE);
        Set<WorkspaceDay> repairs = repairsOf(place.workspaceDay());
        bring(memory, place, !repairs.isEmpty());
        if (!repairs.isEmpty()) {
            copy(memory, QuarantineRepairTable.TABLE, place.workspaceDay());
            repairs.remove(place.workspaceDay());
            repairs.forEach(day -> from.files.find(day).ifPresentOrElse(other -> bring(memory, other, false), () -> {
                copy(memory, DayReadingTable.TABLE, day);
                copy(memory, TrafficFileTable.TABLE, day);
            }));
        }
        from.loaded = place.workspaceDay();
    }

    /** Returns the workspace-days that have repair files for records of a workspace-day. */
    private Set<WorkspaceDay> repairsOf(WorkspaceDay day) {
        return new TreeSet<>(jdbc.query(
                "SELECT repair_workspace_id AS workspace_id, repair_day AS billing_day FROM quarantine_repair WHERE "
                        + WorkspaceDayColumns.CONDITION,
                (row, n) -> WorkspaceDayColumns.get(row),
                day.workspace().value(),
                day.day().date()));
    }

    /** Brings archived rows into memory; quarantined records, which may be many, only where they are needed. */
    private void bring(JdbcTemplate memory, Place place, boolean withQuarantine) {
        Path path = requireFile(place);
        try (ArchiveReader reader = ArchiveReader.openAt(path, place.startByte())) {
            List<DetailRow> rows = new ArrayList<>();
            for (DetailRow row = reader.next(); row != null; row = reader.next()) {
                int order = row.workspaceDay().compareTo(place.workspaceDay());
                if (order > 0) {
                    break;
                }
                if (order == 0 && (withQuarantine || !row.table().equals(QuarantinedRecordTable.TABLE.name()))) {
                    rows.add(row);
                }
            }
            DetailTables.insert(memory, reader.columns(), rows);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Expected to read the details of " + place.workspaceDay() + " from " + path, e);
        }
    }

    private Path requireFile(Place place) {
        if (archive == null) {
            throw new IllegalStateException("Expected archive files, found none");
        }
        if (archive.unchanged.contains(place.file())) {
            return archive.files.require(place.file());
        }
        try {
            Path path = archive.files.requireUnchanged(place.file());
            archive.unchanged.add(place.file());
            return path;
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Expected to read the archive file " + place.file().path(), e);
        }
    }

    private void copy(JdbcTemplate memory, Table table, WorkspaceDay day) {
        int columns = table.columns().size();
        List<Object[]> rows = jdbc.query(
                table.select() + " WHERE " + WorkspaceDayColumns.CONDITION,
                (row, n) -> {
                    Object[] cells = new Object[columns];
                    for (int i = 0; i < columns; i++) {
                        cells[i] = row.getObject(i + 1);
                    }
                    return cells;
                },
                day.workspace().value(),
                day.day().date());
        memory.batchUpdate(table.insert(), rows);
    }

    /** Discards the database in memory. */
    @Override
    public void close() {
        if (archive != null && archive.memory != null) {
            archive.memory.close();
            archive.memory = null;
            archive.loaded = null;
        }
    }
}
