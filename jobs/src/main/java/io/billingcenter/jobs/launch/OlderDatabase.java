package io.billingcenter.jobs.launch;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** A database that is being upgraded. */
public final class OlderDatabase {

    private final DatabaseAddress address;
    private final Supplier<HikariDataSource> opener;
    private final int fromVersion;
    private HikariDataSource pool;

    OlderDatabase(DatabaseAddress address, HikariDataSource pool, Supplier<HikariDataSource> opener) {
        this.address = address;
        this.pool = pool;
        this.opener = opener;
        this.fromVersion = new Migrations(pool, address).appliedVersion();
    }

    /** The database as it may be shown. */
    public String shown() {
        return address.shown();
    }

    /** The version of its tables when the upgrade was begun or resumed. */
    public int fromVersion() {
        return fromVersion;
    }

    /** The version that its tables get. */
    public int toVersion() {
        return Migrations.newestVersion();
    }

    /** A template on the database; after a copy was made it is another one. */
    public JdbcTemplate jdbc() {
        return new JdbcTemplate(pool);
    }

    /**
     * Copies the files of an embedded database, which is closed for that.
     *
     * @return the folder of the copy; null for a database that is not in files
     * @throws IllegalArgumentException when there is no room for the copy; there is none then
     */
    public @Nullable Path copy() {
        if (address.embeddedLog() == null) {
            return null;
        }
        DatabaseCopy copy = new DatabaseCopy(Path.of(address.shown()));
        copy.requireRoom();
        pool.close();
        try {
            return copy.make("before-" + toVersion());
        } finally {
            pool = opener.get();
        }
    }

    /** Applies the migrations that are missing. */
    public void migrate() {
        new Migrations(pool, address).apply();
    }

    /** The open database. */
    HikariDataSource pool() {
        return pool;
    }
}
