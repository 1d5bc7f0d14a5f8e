package io.billingcenter.readers.tables.reconciliation;

import io.billingcenter.domain.reconciliation.ControlLevel;
import io.billingcenter.domain.reconciliation.ReconciliationResult;
import io.billingcenter.domain.usage.WorkspaceDay;
import io.billingcenter.readers.files.traffic.ProducerManifest;
import io.billingcenter.readers.files.traffic.ProducerManifest.Listed;
import io.billingcenter.readers.files.traffic.RawCount;
import io.billingcenter.readers.files.traffic.TrafficFolder;
import io.billingcenter.schema.WorkspaceDayColumns;
import io.billingcenter.schema.metering.TrafficFileTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;

/** Compares the stored readings of the workspace-days in {@code gate_scope} with the files in the traffic folder. */
public final class RawFileControl {

    private static final int PAGE_DAYS = 500;
    private static final String NO_FILE = "no file";

    private static final String SCOPE = """
            SELECT s.workspace_id, s.billing_day FROM gate_scope s
            WHERE s.scope_number > ? AND s.scope_number <= ? ORDER BY s.scope_number""";

    private static final String FILES = """
            SELECT f.workspace_id, f.billing_day, f.name, f.size_bytes, f.unreadable, f.records,
              CASE WHEN EXISTS (
                SELECT 1 FROM quarantine_repair p
                WHERE p.repair_workspace_id = f.workspace_id AND p.repair_day = f.billing_day AND p.repair_file = f.name)
              THEN 1 ELSE 0 END AS of_repair
            FROM gate_scope s
            JOIN day_reading r
              ON r.workspace_id = s.workspace_id AND r.billing_day = s.billing_day AND r.is_current = TRUE
            JOIN traffic_file f
              ON f.workspace_id = r.workspace_id AND f.billing_day = r.billing_day AND f.reading = r.reading
            WHERE s.scope_number > ? AND s.scope_number <= ? ORDER BY f.workspace_id, f.billing_day, f.name""";

    private final JdbcTemplate jdbc;
    private final Path traffic;
    private final ReconciliationResult result;

    /**
     * A file that was read.
     *
     * @param ofRepair true if a repair made it, so that no producer lists it
     */
    private record ReadFile(
            WorkspaceDay day, String name, long sizeBytes, boolean unreadable, long records, boolean ofRepair) {}

    private interface PageUse {
        void take(WorkspaceDay day, List<ReadFile> files) throws IOException;
    }

    /** Creates a comparison whose results go to the given object. */
    public RawFileControl(JdbcTemplate jdbc, Path traffic, ReconciliationResult result) {
        this.jdbc = jdbc;
        this.traffic = traffic;
        this.result = result;
    }

    /** Compares the manifests of producers with the stored readings: files, records, bytes. Opens no traffic file. */
    public void compareLists() throws IOException {
        eachDay(true, (day, files) -> {
            Path list = list(day);
            Map<String, ReadFile> read = new HashMap<>();
            files.forEach(file -> read.put(file.name(), file));
            Set<String> listed = new HashSet<>();
            for (Listed file : listOf(day, list)) {
                String key = day + "/" + file.name();
                listed.add(file.name());
                ReadFile found = read.get(file.name());
                if (found == null) {
                    result.compare(ControlLevel.PRODUCER, key, "a file", NO_FILE);
                    continue;
                }
                if (file.records() != null) {
                    result.compare(ControlLevel.PRODUCER, key + " records", file.records(), found.records());
                }
                if (file.bytes() != null) {
                    result.compare(ControlLevel.PRODUCER, key + " bytes", file.bytes(), found.sizeBytes());
                }
            }
            files.stream()
                    .filter(file -> !listed.contains(file.name()) && !file.ofRepair())
                    .forEach(file ->
                            result.compare(ControlLevel.PRODUCER, day + "/" + file.name(), "nothing", "a file"));
        });
    }

    /**
     * Counts the records of the raw files once more, and digests those that a producer has digested. A workspace-day whose folder
     * is gone was archived; nothing is compared of it.
     */
    public void compareBytes() throws IOException {
        eachDay(false, (day, files) -> {
            Path folder =
                    traffic.resolve(day.workspace().value()).resolve(day.day().toString());
            if (Files.notExists(folder)) {
                return;
            }
            for (ReadFile file : files) {
                Path path = folder.resolve(file.name());
                String key = day + "/" + file.name();
                if (!Files.isRegularFile(path)) {
                    result.compare(ControlLevel.NEWLINES, key, NO_FILE, file.records() + " records");
                } else if (!file.unreadable()) {
                    compareCount(key, path, file.records());
                }
            }
            Path list = list(day);
            if (Files.exists(list)) {
                for (Listed file : listOf(day, list)) {
                    Path path = folder.resolve(file.name());
                    if (file.sha256() != null && Files.isRegularFile(path)) {
                        result.compare(
                                ControlLevel.PRODUCER,
                                day + "/" + file.name() + " SHA-256",
                                file.sha256(),
                                RawCount.sha256(path));
                    }
                }
            }
        });
    }

    private void compareCount(String key, Path path, long records) {
        try {
            RawCount count = RawCount.of(path);
            if (count.records() == records) {
                result.compare(ControlLevel.NEWLINES, key, count.records(), records);
            } else {
                result.compare(ControlLevel.NEWLINES, key, count.explanation(), Long.toString(records));
            }
        } catch (IOException e) {
            result.compare(ControlLevel.NEWLINES, key, "not to be read: " + e.getMessage(), records + " records");
        }
    }

    private List<Listed> listOf(WorkspaceDay day, Path list) {
        try {
            return ProducerManifest.read(list).files();
        } catch (IOException e) {
            result.compare(
                    ControlLevel.PRODUCER,
                    day + "/" + TrafficFolder.PRODUCER_MANIFEST,
                    "not to be read: " + e.getMessage(),
                    "a list of files");
            return List.of();
        }
    }

    private Path list(WorkspaceDay day) {
        return traffic.resolve(day.workspace().value())
                .resolve(day.day().toString())
                .resolve(TrafficFolder.PRODUCER_MANIFEST);
    }

    /** Passes on the days of the scope with the files that were read of them; a page without manifests costs no query. */
    private void eachDay(boolean onlyListed, PageUse use) throws IOException {
        if (!Files.isDirectory(traffic)) {
            return;
        }
        for (int from = 0; ; from += PAGE_DAYS) {
            List<WorkspaceDay> days =
                    jdbc.query(SCOPE, (row, number) -> WorkspaceDayColumns.get(row), from, from + PAGE_DAYS);
            if (days.isEmpty()) {
                return;
            }
            List<WorkspaceDay> wanted = days.stream()
                    .filter(day -> !onlyListed || Files.exists(list(day)))
                    .toList();
            if (!wanted.isEmpty()) {
                Map<WorkspaceDay, List<ReadFile>> files = filesOf(from);
                for (WorkspaceDay day : wanted) {
                    use.take(day, files.getOrDefault(day, List.of()));
                }
            }
        }
    }

    private Map<WorkspaceDay, List<ReadFile>> filesOf(int from) {
        Map<WorkspaceDay, List<ReadFile>> files = new HashMap<>();
        jdbc.query(
                FILES,
                row -> {
                    WorkspaceDay day = WorkspaceDayColumns.get(row);
                    files.computeIfAbsent(day, key -> new ArrayList<>())
                            .add(new ReadFile(
                                    day,
                                    TrafficFileTable.NAME.get(row),
                                    TrafficFileTable.SIZE_BYTES.get(row),
                                    row.getBoolean("unreadable"),
                                    row.getLong("records"),
                                    row.getInt("of_repair") == 1));
                },
                from,
                from + PAGE_DAYS);
        return files;
    }
}
