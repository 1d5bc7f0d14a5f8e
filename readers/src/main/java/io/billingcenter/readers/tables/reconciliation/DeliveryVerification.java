package io.billingcenter.readers.tables.reconciliation;

import io.billingcenter.domain.reconciliation.ControlLevel;
import io.billingcenter.domain.reconciliation.ReconciliationResult;
import io.billingcenter.readers.files.traffic.RawCount;
import io.billingcenter.schema.digest.DigestedTable;
import io.billingcenter.schema.digest.RowDigests;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;

/** Compares published sets with what was recorded of them: in the tables, and byte for byte on disk. */
public final class DeliveryVerification {

    private static final String MANIFEST = "manifest.json";
    private static final String DONE = ".done";
    private static final String NO_FILE = "no file";

    private record SetOfFiles(String period, int revision) {
        String key() {
            return period + "/r" + revision;
        }
    }

    private final JdbcTemplate jdbc;
    private final Path out;
    private final ReconciliationResult sheet;

    /** Compares onto the sheet. */
    public DeliveryVerification(JdbcTemplate jdbc, Path out, ReconciliationResult sheet) {
        this.jdbc = jdbc;
        this.out = out;
        this.sheet = sheet;
    }

    /** Compares all sets that were ever published. */
    void verify() {
        Map<String, String> written = new HashMap<>();
        jdbc.query("SELECT subject, version, parts FROM control_total WHERE stage = 'delivered'", row -> {
            written.put(new SetOfFiles(row.getString("subject"), row.getInt("version")).key(), row.getString("parts"));
        });
        Map<String, RowDigests> found = new HashMap<>();
        Map<String, Map<String, String>> files = new HashMap<>();
        jdbc.query("SELECT * FROM delivery", row -> {
            found.computeIfAbsent(key(row), key -> new RowDigests())
                    .add(DigestedTable.DELIVERY, CellReader.cells(row, DigestedTable.DELIVERY.columns()));
        });
        jdbc.query("SELECT * FROM delivered_file", row -> {
            found.computeIfAbsent(key(row), key -> new RowDigests())
                    .add(DigestedTable.DELIVERED_FILE, CellReader.cells(row, DigestedTable.DELIVERED_FILE.columns()));
            files.computeIfAbsent(key(row), key -> new HashMap<>()).put(row.getString("path"), row.getString("sha256"));
        });
        TreeSet<String> sets = new TreeSet<>(written.keySet());
        sets.addAll(found.keySet());
        for (String set : sets) {
            Path folder = out.resolve(set);
            String manifest = digest(folder.resolve(MANIFEST));
            if (!manifest.equals(NO_FILE)) {
                found.computeIfAbsent(set, key -> new RowDigests()).add(DigestedTable.MANIFEST, manifest);
            }
            compareFiles(set, folder, files.getOrDefault(set, Map.of()));
        }
        Verification.compare(sheet, written, found);
    }

    private void compareFiles(String set, Path folder, Map<String, String> files) {
        files.forEach((path, sha256) ->
                sheet.compare(ControlLevel.DELIVERED, set + "/" + path, sha256, digest(folder.resolve(path))));
        sheet.compare(
                ControlLevel.DELIVERED, set + "/" + DONE, DONE, Files.exists(folder.resolve(DONE)) ? DONE : NO_FILE);
        for (String path : paths(folder)) {
            if (!files.containsKey(path) && !path.equals(MANIFEST) && !path.equals(DONE)) {
                sheet.compare(ControlLevel.DELIVERED, set + "/" + path, NO_FILE, "a file");
            }
        }
    }

    private static List<String> paths(Path folder) {
        List<String> paths = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> walk = Files.walk(folder)) {
                walk.filter(Files::isRegularFile)
                        .forEach(file ->
                                paths.add(folder.relativize(file).toString().replace('\\', '/')));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return paths;
    }

    private static String digest(Path file) {
        try {
            return Files.isRegularFile(file) ? RawCount.sha256(file) : NO_FILE;
        } catch (IOException e) {
            return "not to be read: " + e.getMessage();
        }
    }

    private static String key(ResultSet row) throws SQLException {
        return new SetOfFiles(row.getString("period"), row.getInt("revision")).key();
    }
}
