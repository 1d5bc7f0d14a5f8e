package io.billingcenter.writers.files.delivery;

import io.billingcenter.domain.digest.Digests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;

/** The files below the folder of a period as a receiver sees them, and their records in the database. */
record PeriodFolder(Path folder) {

    static PeriodFolder of(Path out) {
        return new PeriodFolder(out.resolve(TestRows.DAY.toString()));
    }

    /** Returns every file below the folder, including hidden ones, with its text. */
    Map<String, String> files() throws IOException {
        Map<String, String> files = new TreeMap<>();
        for (Path path : walk()) {
            if (Files.isRegularFile(path)) {
                files.put(folder.relativize(path).toString(), Files.readString(path));
            }
        }
        return files;
    }

    /** Returns the children of the folder, including hidden ones. */
    List<String> children() throws IOException {
        return walk().stream()
                .filter(path -> folder.equals(path.getParent()))
                .map(path -> folder.relativize(path).toString())
                .toList();
    }

    String text(String path) throws IOException {
        return Files.readString(folder.resolve(path));
    }

    String sha256(String path) throws IOException {
        return HexFormat.of().formatHex(Digests.sha256().digest(Files.readAllBytes(folder.resolve(path))));
    }

    long bytes(String path) throws IOException {
        return Files.size(folder.resolve(path));
    }

    static List<String> recorded(JdbcTemplate jdbc) {
        return jdbc.query(
                """
                SELECT d.period, d.revision, f.path, f.schema_id, f.row_count, f.size_bytes, f.sha256
                FROM delivery d
                LEFT JOIN delivered_file f ON f.period = d.period AND f.revision = d.revision
                ORDER BY d.revision, f.path
                """,
                (row, number) -> String.join(
                        " ",
                        row.getString(1),
                        "r" + row.getInt(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6),
                        row.getString(7)));
    }

    private List<Path> walk() throws IOException {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.sorted().toList();
        }
    }
}
