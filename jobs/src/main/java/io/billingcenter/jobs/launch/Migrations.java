package io.billingcenter.jobs.launch;

import io.billingcenter.config.ColumnTypes;
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
import java.util.Map;
import java.util.zip.CRC32;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Brings the tables up to date. Flyway does it; it is not even started when its history says that exactly the migrations
 * that are here were applied, which is so for all but the first run.
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

    /** Applies what is missing; refuses a database of which the history is not that of this program. */
    void apply() {
        if (!areApplied()) {
            Flyway.configure()
                    .dataSource(dataSource)
                    .locations(FOLDER)
                    .placeholders(address.isPostgresql() ? ColumnTypes.POSTGRESQL : ColumnTypes.HSQLDB)
                    .load()
                    .migrate();
        }
    }

    /** Whether there is nothing to do and nothing to refuse; in doubt, there is. */
    boolean areApplied() {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(HISTORY)) {
            Map<String, Integer> missing = checksums();
            while (rows.next()) {
                String version = String.valueOf(rows.getString("version"));
                Integer checksum = missing.remove(version);
                if (checksum == null || checksum != rows.getInt("checksum") || !rows.getBoolean("success")) {
                    return false;
                }
            }
            return missing.isEmpty();
        } catch (SQLException e) {
            // There is no history yet, or Flyway says better what is wrong.
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The migrations that are here: by version, the checksum that Flyway keeps of each. */
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
