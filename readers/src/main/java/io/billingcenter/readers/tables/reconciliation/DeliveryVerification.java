package io.billingcenter.readers.tables.reconciliation;

import io.billingcenter.domain.reconciliation.ControlLevel;
import io.billingcenter.domain.reconciliation.ReconciliationResult;
import io.billingcenter.readers.files.traffic.RawCount;
import io.billingcenter.schema.delivery.DeliveredFileTable;
import io.billingcenter.schema.delivery.DeliveryTable;
import io.billingcenter.schema.delivery.ManifestFile;
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
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;

/** Compares published sets with their control totals, in the tables, and with their recorded digests, on disk. */
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
    private final ReconciliationResult result;

    /** Creates a verification whose comparisons go to the result. */
    public DeliveryVerification(JdbcTemplate jdbc, Path out, ReconciliationResult result) {
        this.jdbc = jdbc;
        this.out = out;
        this.result = result;
    }

    /** Compares all published sets. */
    void verify() {
        UnitComparison units = new UnitComparison(jdbc, result);
        jdbc.query("SELECT subject, version, parts FROM control_total WHERE stage = 'delivered'", row -> {
            units.putTotal(
                    new SetOfFiles(row.getString("subject"), row.getInt("version")).key(), row.getString("parts"));
        });
        units.addRows(DeliveryTable.TABLE, DeliveryVerification::key, "1 = 1");
        Map<String, Map<String, String>> files = new HashMap<>();
        UnitComparison.query(jdbc, DeliveredFileTable.TABLE, "1 = 1", row -> {
            units.addRow(key(row), DeliveredFileTable.TABLE, row);
            files.computeIfAbsent(key(row), key -> new HashMap<>())
                    .put(DeliveredFileTable.PATH.get(row), DeliveredFileTable.SHA256.get(row));
        });
        for (String set : units.units()) {
            Path folder = out.resolve(set);
            String manifest = digest(folder.resolve(MANIFEST));
            if (!manifest.equals(NO_FILE)) {
                units.addRow(set, ManifestFile.row(manifest));
            }
            compareFiles(set, folder, files.getOrDefault(set, Map.of()));
        }
        units.compare();
    }

    private void compareFiles(String set, Path folder, Map<String, String> files) {
        files.forEach((path, sha256) ->
                result.compare(ControlLevel.DELIVERED, set + "/" + path, sha256, digest(folder.resolve(path))));
        result.compare(
                ControlLevel.DELIVERED, set + "/" + DONE, DONE, Files.exists(folder.resolve(DONE)) ? DONE : NO_FILE);
        for (String path : paths(folder)) {
            if (!files.containsKey(path) && !path.equals(MANIFEST) && !path.equals(DONE)) {
                result.compare(ControlLevel.DELIVERED, set + "/" + path, NO_FILE, "a file");
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
