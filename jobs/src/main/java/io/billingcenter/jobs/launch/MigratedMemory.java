package io.billingcenter.jobs.launch;

import com.zaxxer.hikari.HikariDataSource;
import io.billingcenter.readers.tables.archive.MemoryTables;
import io.billingcenter.schema.DatabaseKind;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.JdbcTemplate;

/** A database in memory with the tables of the newest migration; it is an HSQLDB, whatever the database of the program is. */
public final class MigratedMemory implements MemoryTables {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final HikariDataSource dataSource = new HikariDataSource();
    private final JdbcTemplate jdbc;

    private MigratedMemory(DatabaseAddress address) {
        dataSource.setJdbcUrl(address.url());
        DatabaseKind.HSQLDB.owner().ifPresent(dataSource::setUsername);
        dataSource.setMaximumPoolSize(2);
        // The database lasts as long as a connection to it.
        dataSource.setMaxLifetime(0);
        new Migrations(dataSource, address).migrate();
        jdbc = new JdbcTemplate(dataSource);
    }

    /** Creates an empty database. */
    public static MigratedMemory create() {
        String url = DatabaseKind.HSQLDB.urlPrefix() + "mem:archive" + COUNT.incrementAndGet();
        return new MigratedMemory(new DatabaseAddress(DatabaseKind.HSQLDB.withSettings(url)));
    }

    @Override
    public JdbcTemplate jdbc() {
        return jdbc;
    }

    @Override
    public void close() {
        dataSource.close();
    }
}
