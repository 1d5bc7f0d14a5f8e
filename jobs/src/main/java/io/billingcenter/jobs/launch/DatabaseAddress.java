package io.billingcenter.jobs.launch;

import io.billingcenter.schema.DatabaseKind;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The address of the database: a JDBC URL, or a path for the embedded one.
 *
 * @param url JDBC URL with all settings that the program needs
 */
public record DatabaseAddress(String url) {

    private static final String JDBC = "jdbc:";
    private static final String EMBEDDED_FILE = DatabaseKind.HSQLDB.urlPrefix() + "file:";

    /**
     * Reads the setting.
     *
     * @param db JDBC URL of HSQLDB or PostgreSQL, or a path
     * @param home folder against which a relative path is resolved
     * @throws IllegalArgumentException for a URL of another database, for nothing, and for a folder
     */
    public static DatabaseAddress of(String db, Path home) {
        String url = isPath(db) ? EMBEDDED_FILE + pathOf(db, home) : db;
        return DatabaseKind.ofUrl(url)
                .map(kind -> new DatabaseAddress(kind.withSettings(url)))
                .orElseThrow(() -> new IllegalArgumentException(
                        "Expected --db to be a path, jdbc:hsqldb:... or jdbc:postgresql:..., found '" + db
                                + "'; correct it"));
    }

    /** Returns whether the setting is a path; an empty one, and one that looks like the address of a server, is not. */
    public static boolean isPath(String db) {
        return !db.isBlank() && !db.startsWith(JDBC) && !db.contains("://");
    }

    /** Returns the address for people: the path, or the URL without the part after the name, which may hold a password. */
    public String shown() {
        String shown = url.startsWith(EMBEDDED_FILE) ? url.substring(EMBEDDED_FILE.length()) : url;
        return shown.split("[?;]", 2)[0];
    }

    private static Path pathOf(String db, Path home) {
        Path path = home.resolve(db).toAbsolutePath().normalize();
        if (Files.isDirectory(path)) {
            throw new IllegalArgumentException("Expected --db to be the path of a database, found the folder " + path
                    + "; name the database in it, like " + path.resolve("billing"));
        }
        return path;
    }

    /** Returns the kind of the database. */
    public DatabaseKind kind() {
        return DatabaseKind.ofUrl(url)
                .orElseThrow(() ->
                        new IllegalStateException("Expected a database that the program runs on, found " + shown()));
    }

    /** Returns the file in which the embedded database logs statements; null when the database is not in files. */
    @Nullable
    Path embeddedLog() {
        return url.startsWith(EMBEDDED_FILE) ? Path.of(shown() + ".log") : null;
    }

    /** Returns the file that a process locks to use the embedded database alone; null when it is not in files. */
    @Nullable
    Path embeddedLock() {
        return url.startsWith(EMBEDDED_FILE) && !shown().startsWith("~") ? Path.of(shown() + ".run") : null;
    }
}
