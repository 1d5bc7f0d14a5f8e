package io.billingcenter.jobs.launch;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Brings the tables up to date with Flyway. Flyway is not even started when its history has exactly the migrations of this
 * program, as it has for all but the first run.
 */
final class Migrations {

    private static final String FOLDER = "classpath:db/migration";
    private static final String HISTORY =
            "SELECT \"version\", \"checksum\", \"success\" FROM \"flyway_schema_history\"";

    private final DataSource dataSource;
    private final DatabaseAddress address;

    Migrations(DataSource dataSource, DatabaseAddress address) {
        this.dataSource = dataSource;
        this.address = address;
    }

    /** The state of the tables of a database, compared with the migrations of this program. */
    enum State {
        /** The tables are those of this program. */
        CURRENT,
        /** No job has run yet, so that a migration can do no harm. */
        NEW,
        /** The database was used by an older program. */
        OLDER,
        /** Flyway decides, and has the best message. */
        UNKNOWN
    }

    /** Applies the missing migrations; refuses a database whose history is not that of this program. */
    void apply() {
        if (state() != State.CURRENT) {
            migrate();
        }
    }

    /**
     * Applies the missing migrations with Flyway.
     *
     * @throws IllegalArgumentException when the tables are not those of this program
     */
    void migrate() {
        try {
            FactCopier facts = new FactCopier(dataSource, address.kind());
            if (facts.isNeeded()) {
                flyway().target(FactCopier.VERSION_BEFORE).load().migrate();
                facts.copy();
            }
            flyway().load().migrate();
        } catch (FlywayValidateException e) {
            throw new IllegalArgumentException(
                    "Expected the tables in " + address.shown()
                            + " to be those of this or an older release, found those"
                            + " of another program version; use the version that made them, or correct --db (details: "
                            + e.getMessage() + ")",
                    e);
        } catch (FlywayException e) {
            if (e.getCause() != null) {
                throw e;
            }
            throw new IllegalArgumentException(
                    "Expected the schema of " + address.shown() + " to be empty or to hold the tables of this program,"
                            + " found other tables or functions in it; give the program a schema or database of its own,"
                            + " like --db 'jdbc:postgresql://host/name?currentSchema=billing' (details: "
                            + e.getMessage() + ")",
                    e);
        }
    }

    private FluentConfiguration flyway() {
        return Flyway.configure()
                .dataSource(dataSource)
                .locations(FOLDER)
                .placeholders(address.kind().placeholders());
    }

    /** Returns the state of the tables. */
    State state() {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            Map<String, Integer> missing = checksums();
            if (!isHistoryOurs(statement, missing)) {
                return State.UNKNOWN;
            }
            if (missing.isEmpty()) {
                return State.CURRENT;
            }
            return isUsed(statement) ? State.OLDER : State.NEW;
        } catch (SQLException e) {
            // There is no history yet, or the message of Flyway is better.
            return State.UNKNOWN;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Removes the applied migrations from the map; returns whether all of them are migrations of this program. */
    private static boolean isHistoryOurs(Statement statement, Map<String, Integer> missing) throws SQLException {
        try (ResultSet rows = statement.executeQuery(HISTORY)) {
            while (rows.next()) {
                Integer checksum = missing.remove(String.valueOf(rows.getString("version")));
                if (checksum == null || checksum != rows.getInt("checksum") || !rows.getBoolean("success")) {
                    return false;
                }
            }
            return true;
        }
    }

    /** Returns whether a job has run on the database: each begins with reference files, price books or traffic. */
    private static boolean isUsed(Statement statement) throws SQLException {
        for (String table : List.of("reference_file", "price_book", "day_reading", "posting")) {
            if (has(statement, table)) {
                try (ResultSet rows = statement.executeQuery("SELECT 1 FROM " + table + " FETCH FIRST 1 ROWS ONLY")) {
                    if (rows.next()) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private static boolean has(Statement statement, String table) throws SQLException {
        try (ResultSet found = statement.executeQuery("SELECT COUNT(*) FROM information_schema.tables"
                + " WHERE LOWER(table_name) = '" + table + "' AND table_schema = CURRENT_SCHEMA")) {
            return found.next() && found.getInt(1) > 0;
        }
    }

    /** Returns the highest version that was applied. */
    int appliedVersion() {
        int highest = 0;
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(HISTORY)) {
            while (rows.next()) {
                highest = Math.max(highest, Integer.parseInt(rows.getString("version")));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("Expected to read the history of the tables of " + address.shown(), e);
        }
        return highest;
    }

    /** Returns the highest version of this program. */
    static int newestVersion() {
        try {
            return checksums().keySet().stream()
                    .mapToInt(Integer::parseInt)
                    .max()
                    .orElse(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the migrations of this program: by version, the checksum that Flyway stores for each. */
    private static Map<String, Integer> checksums() throws IOException {
        Map<String, Integer> checksums = new HashMap<>();
        for (Resource migration : new PathMatchingResourcePatternResolver().getResources(FOLDER + "/V*__*.sql")) {
            String name = String.valueOf(migration.getFilename());
            checksums.put(name.substring(1, name.indexOf("__")), checksumOf(migration));
        }
        return checksums;
    }

    private static int checksumOf(Resource migration) throws IOException {
        CRC32 checksum = new CRC32();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(migration.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                checksum.update(line.getBytes(StandardCharsets.UTF_8));
            }
        }
        return (int) checksum.getValue();
    }
}
