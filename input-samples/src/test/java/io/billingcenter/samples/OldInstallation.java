package io.billingcenter.samples;

import com.github.luben.zstd.ZstdInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** The installation that was made by commit 97bb82c ({@code upgrade/97bb82c} among the resources of the tests). */
final class OldInstallation {

    private static final String RESOURCES = "/upgrade/97bb82c/";

    /** The time of the last change of all traffic files. */
    private static final FileTime MODIFIED = FileTime.from(Instant.parse("2026-11-01T00:00:00Z"));

    private OldInstallation() {}

    /** Unpacks it, on that database. */
    static Workplace unpack(Path folder, Databases database) throws IOException, SQLException {
        try (InputStream packed = resource("installation.zip.zst");
                ZipInputStream zip = new ZipInputStream(new ZstdInputStream(packed))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path target = folder.resolve(entry.getName());
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                } else {
                    Files.createDirectories(target.getParent());
                    Files.copy(zip, target);
                }
            }
        }
        try (Stream<Path> files = Files.walk(folder.resolve("traffic"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.setLastModifiedTime(file, MODIFIED);
            }
        }
        Workplace place = new Workplace(folder, database.address(folder));
        if (database == Databases.POSTGRESQL) {
            load(folder.resolve("postgresql.sql"), place.db());
        }
        return place;
    }

    /** A text among its resources. */
    static String text(String name) throws IOException {
        try (InputStream text = resource(name)) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static InputStream resource(String name) {
        return Objects.requireNonNull(OldInstallation.class.getResourceAsStream(RESOURCES + name), name);
    }

    /** Without the lines that only the program psql understands. */
    private static void load(Path dump, String url) throws IOException, SQLException {
        String script = Files.readString(dump)
                .lines()
                .filter(line -> !line.startsWith("\\"))
                .collect(Collectors.joining("\n"));
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute(script);
        }
    }
}
