package io.billingcenter.readers.tables.reconciliation;

import io.billingcenter.domain.archive.ArchiveColumn;
import io.billingcenter.domain.archive.ArchiveFile;
import io.billingcenter.domain.archive.DetailRow;
import io.billingcenter.domain.reconciliation.ControlLevel;
import io.billingcenter.domain.reconciliation.ReconciliationResult;
import io.billingcenter.domain.usage.WorkspaceDay;
import io.billingcenter.readers.files.archive.ArchiveReader;
import io.billingcenter.readers.files.traffic.RawCount;
import io.billingcenter.readers.tables.archive.ArchiveFiles;
import io.billingcenter.readers.tables.archive.MemoryTables;
import io.billingcenter.readers.tables.reconciliation.ControlTables.Range;
import io.billingcenter.schema.Column;
import io.billingcenter.schema.Table;
import io.billingcenter.schema.WorkspaceDayColumns;
import io.billingcenter.schema.archive.DetailTables;
import io.billingcenter.schema.digest.RowSum;
import io.billingcenter.schema.metering.QuarantinedRecordTable;
import io.billingcenter.schema.reconciliation.ControlTotalTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Compares archive files with their digests, and the archived rows with the control totals of their workspace-days. The rows
 * are brought into a database in memory, a few workspaces at a time, and verified there as they would be in the tables.
 */
final class ArchiveVerification {

    /** The number of rows that are verified at once, with those of the last workspace. */
    private static final int ROWS = 20_000;

    private static final String NO_FILE = "no file";
    private static final Range ALL = new Range(null, null);
    private static final int READING = 2;

    private final JdbcTemplate jdbc;
    private final ReconciliationResult result;
    private final ArchiveFiles files;
    private final Supplier<MemoryTables> tables;

    ArchiveVerification(
            JdbcTemplate jdbc, ReconciliationResult result, ArchiveFiles files, Supplier<MemoryTables> tables) {
        this.jdbc = jdbc;
        this.result = result;
        this.files = files;
        this.tables = tables;
    }

    void verify() {
        List<ArchiveFile> inUse = files.inUse();
        if (inUse.isEmpty()) {
            return;
        }
        try (MemoryTables memory = tables.get()) {
            for (ArchiveFile file : inUse) {
                Optional<Path> path = files.pathOf(file).filter(Files::isRegularFile);
                String found = path.map(ArchiveVerification::digest).orElse(NO_FILE);
                result.compare(ControlLevel.ARCHIVES, "archive file " + shown(file), file.sha256(), found);
                if (path.isPresent() && found.equals(file.sha256())) {
                    verify(file, path.get(), memory.jdbc());
                }
            }
        }
    }

    private String shown(ArchiveFile file) {
        return files.pathOf(file).map(Path::toString).orElse(file.path() + " (billing.archive is not set)");
    }

    private static String digest(Path file) {
        try {
            return RawCount.sha256(file);
        } catch (IOException e) {
            return "not to be read: " + e.getMessage();
        }
    }

    private void verify(ArchiveFile file, Path path, JdbcTemplate memory) {
        try (ArchiveReader reader = ArchiveReader.open(path)) {
            Chunk chunk = new Chunk(file, reader.columns(), "");
            for (DetailRow row = reader.next(); row != null; row = reader.next()) {
                String workspace = row.workspaceDay().workspace().value();
                if (chunk.rows.size() >= ROWS && !workspace.equals(chunk.last)) {
                    compare(chunk, chunk.last, memory);
                    chunk = new Chunk(file, reader.columns(), chunk.last);
                }
                chunk.add(row);
            }
            compare(chunk, null, memory);
        } catch (IOException e) {
            result.compare(
                    ControlLevel.ARCHIVES, "rows of archive file " + path, "rows", String.valueOf(e.getMessage()));
        }
    }

    /**
     * Compares the workspaces of a chunk.
     *
     * @param upTo the last of them; null for all that follow
     */
    private void compare(Chunk chunk, @Nullable String upTo, JdbcTemplate memory) {
        for (Table table : DetailTables.ALL) {
            memory.update("DELETE FROM " + table);
        }
        memory.update("DELETE FROM " + ControlTotalTable.TABLE);
        Set<WorkspaceDay> purged = purged(chunk, upTo);
        DetailTables.insert(
                memory,
                chunk.columns,
                chunk.rows.stream()
                        .filter(row -> purged.contains(row.workspaceDay()))
                        .toList());
        memory.batchUpdate(ControlTotalTable.TABLE.insert(), totals(chunk, upTo, "IN ('read', 'rated')"));
        new WorkspaceVerification(memory, result, ALL).verify();
        compareQuarantine(chunk, upTo, purged);
    }

    /** Compares quarantined records, of which a workspace-day may have very many: their hashes were added up. */
    private void compareQuarantine(Chunk chunk, @Nullable String upTo, Set<WorkspaceDay> purged) {
        Map<String, RowSum> written = new TreeMap<>();
        for (Object[] total : totals(chunk, upTo, "= 'quarantined'")) {
            String unit = total[1] + "/" + total[2] + " reading " + total[3];
            written.computeIfAbsent(unit, key -> new RowSum(QuarantinedRecordTable.TABLE))
                    .addParts(String.valueOf(
                            total[ControlTotalTable.TABLE.columns().indexOf(ControlTotalTable.PARTS)]));
        }
        Set<String> units = new TreeSet<>(written.keySet());
        Map<String, RowSum> found = new TreeMap<>();
        chunk.quarantined.forEach((day, byReading) -> {
            if (purged.contains(day)) {
                byReading.forEach((reading, sum) -> found.put(day + " reading " + reading, sum));
            }
        });
        units.addAll(found.keySet());
        RowSum none = new RowSum(QuarantinedRecordTable.TABLE);
        units.forEach(unit -> result.compare(
                ControlLevel.ROW_DIGESTS,
                "quarantined_record of " + unit,
                written.getOrDefault(unit, none).parts(),
                found.getOrDefault(unit, none).parts()));
    }

    private Set<WorkspaceDay> purged(Chunk chunk, @Nullable String upTo) {
        return new HashSet<>(jdbc.query(
                "SELECT workspace_id, billing_day FROM purged_day p WHERE " + ofChunk(upTo),
                (row, n) -> WorkspaceDayColumns.get(row),
                chunk.arguments(upTo)));
    }

    private List<Object[]> totals(Chunk chunk, @Nullable String upTo, String stages) {
        return jdbc.query(
                "SELECT " + ControlTotalTable.TABLE.columnList("c") + " FROM purged_day p JOIN control_total c"
                        + " ON c.workspace_id = p.workspace_id AND c.control_day = p.billing_day AND c.stage " + stages
                        + " WHERE " + ofChunk(upTo),
                (row, n) -> cells(row),
                chunk.arguments(upTo));
    }

    private static Object[] cells(ResultSet row) throws SQLException {
        Object[] cells = new Object[ControlTotalTable.TABLE.columns().size()];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = row.getObject(i + 1);
        }
        return cells;
    }

    private static String ofChunk(@Nullable String upTo) {
        return "p.file_number = ? AND p.billing_day >= ? AND p.billing_day < ? AND p.workspace_id > ?"
                + (upTo == null ? "" : " AND p.workspace_id <= ?");
    }

    /** Archived rows of some workspaces. */
    private static final class Chunk {

        private final ArchiveFile file;
        private final Map<String, List<ArchiveColumn>> columns;
        private final String after;
        private final List<DetailRow> rows = new ArrayList<>();
        private final Map<WorkspaceDay, Map<Object, RowSum>> quarantined = new TreeMap<>();
        private final int[] digestedOfQuarantine;
        private String last = "";

        /**
         * Creates a chunk without rows.
         *
         * @param after the workspace before it; empty for none
         */
        Chunk(ArchiveFile file, Map<String, List<ArchiveColumn>> columns, String after) {
            this.file = file;
            this.columns = columns;
            this.after = after;
            List<String> names = columns.getOrDefault(QuarantinedRecordTable.TABLE.name(), List.of()).stream()
                    .map(ArchiveColumn::name)
                    .toList();
            this.digestedOfQuarantine = QuarantinedRecordTable.TABLE.digested().stream()
                    .map(Column::name)
                    .mapToInt(names::indexOf)
                    .toArray();
        }

        void add(DetailRow row) {
            last = row.workspaceDay().workspace().value();
            if (!row.table().equals(QuarantinedRecordTable.TABLE.name())) {
                rows.add(row);
                return;
            }
            @Nullable Object[] cells = new @Nullable Object[digestedOfQuarantine.length];
            for (int i = 0; i < cells.length; i++) {
                cells[i] = row.cells().get(digestedOfQuarantine[i]);
            }
            quarantined
                    .computeIfAbsent(row.workspaceDay(), key -> new TreeMap<>())
                    .computeIfAbsent(row.cells().get(READING), key -> new RowSum(QuarantinedRecordTable.TABLE))
                    .add(cells);
        }

        Object[] arguments(@Nullable String upTo) {
            List<Object> arguments = new ArrayList<>(List.of(
                    file.number(),
                    file.month().firstDay().date(),
                    file.month().endExclusive().date(),
                    after));
            if (upTo != null) {
                arguments.add(upTo);
            }
            return arguments.toArray();
        }
    }
}
