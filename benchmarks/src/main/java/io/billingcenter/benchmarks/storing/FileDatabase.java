package io.billingcenter.benchmarks.storing;

import com.zaxxer.hikari.HikariDataSource;
import io.billingcenter.benchmarks.files.FileTrees;
import io.billingcenter.jobs.launch.DatabaseAddress;
import io.billingcenter.schema.DatabaseKind;
import java.io.IOException;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** A new embedded database in files, with the tables and settings that the suite uses. */
public final class FileDatabase implements AutoCloseable {

    private static final String NAME = "billing";
    private static final String MIGRATIONS = "classpath:db/migration";

    private final HikariDataSource dataSource;

    /** Creates the database in that folder, which is emptied. */
    public FileDatabase(Path folder) throws IOException {
        FileTrees.empty(folder);
        dataSource = new HikariDataSource();
        dataSource.setJdbcUrl(DatabaseAddress.of(NAME, folder).url());
        dataSource.setUsername("SA");
        dataSource.setPassword("");
        Flyway.configure()
                .dataSource(dataSource)
                .locations(MIGRATIONS)
                .placeholders(DatabaseKind.HSQLDB.placeholders())
                .load()
                .migrate();
    }

    /** Returns the source of its connections. */
    public DataSource dataSource() {
        return dataSource;
    }

    @Override
    public void close() {
        dataSource.close();
    }
}
