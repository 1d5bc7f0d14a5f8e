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

    /** Returns the address of the database for people. */
    public String shown() {
        return address.shown();
    }

    /** Returns the version of its tables when the upgrade was begun or resumed. */
    public int fromVersion() {
        return fromVersion;
    }

    /** Returns the version of its tables after the upgrade. */
    public int toVersion() {
        return Migrations.newestVersion();
    }

    /** Returns a template for the database; it is replaced when a copy is made. */
    public JdbcTemplate jdbc() {
        return new JdbcTemplate(pool);
    }

    /**
     * Copies the files of an embedded database, which is closed meanwhile.
     *
     * @return the folder of the copy; null for a database that is not in files
     * @throws IllegalArgumentException when there is no space for the copy; none is made then
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

    /** Returns the open database. */
    HikariDataSource pool() {
        return pool;
    }
}
