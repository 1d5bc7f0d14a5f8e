package io.billingcenter.jobs.launch;

import com.zaxxer.hikari.HikariDataSource;
import io.billingcenter.config.BillingSettings;
import java.sql.SQLException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The database of a run, opened and brought up to date in a thread of its own, so that the rest of the start does not wait
 * for it.
 */
public final class OpeningDatabase implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(OpeningDatabase.class);

    /** Connections in addition to those of the partitions: for the run, its lock, the job repository, and a spare one. */
    private static final int FURTHER_CONNECTIONS = 4;

    private final DatabaseAddress address;
    private final BillingSettings settings;
    private final @Nullable DatabaseUpgrade upgrade;
    private final EmbeddedLock lock;
    private final FutureTask<HikariDataSource> opening = new FutureTask<>(this::open);

    private OpeningDatabase(DatabaseAddress address, BillingSettings settings, @Nullable DatabaseUpgrade upgrade) {
        this.address = address;
        this.settings = settings;
        this.upgrade = upgrade;
        this.lock = new EmbeddedLock(address);
    }

    /** Begins to open the database; refuses one of an older program. */
    public static OpeningDatabase begin(DatabaseAddress address, BillingSettings settings) {
        return begin(address, settings, null);
    }

    /**
     * Begins to open the database; {@link #opened()} throws whatever prevents it.
     *
     * @param upgrade upgrades a database of an older program; null when that is refused
     */
    public static OpeningDatabase begin(
            DatabaseAddress address, BillingSettings settings, @Nullable DatabaseUpgrade upgrade) {
        OpeningDatabase database = new OpeningDatabase(address, settings, upgrade);
        Thread thread = new Thread(database.opening, "open-database");
        thread.setDaemon(true);
        thread.start();
        return database;
    }

    /**
     * Waits until the database is open and has the tables of the newest migration.
     *
     * @throws DatabaseInUseException when another process has it
     */
    HikariDataSource opened() {
        try {
            return opening.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException problem) {
                throw problem;
            }
            if (e.getCause() instanceof Error problem) {
                throw problem;
            }
            throw new IllegalStateException("Expected to open the database", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Expected to wait until the database is open, was interrupted", e);
        }
    }

    /** Closes the database, once it is open, and releases its lock. */
    @Override
    public void close() {
        try {
            opened().close();
        } catch (RuntimeException e) {
            LOG.debug("There is no database to close", e);
        } finally {
            lock.close();
        }
    }

    private HikariDataSource open() {
        lock.acquire();
        HikariDataSource pool = connect();
        try {
            Migrations migrations = new Migrations(pool, address);
            Migrations.State state = migrations.state();
            if (state == Migrations.State.OLDER || state == Migrations.State.CURRENT && isCutOff(pool)) {
                OlderDatabase older = new OlderDatabase(address, pool, this::connect);
                if (upgrade == null) {
                    throw new OlderSchemaException(address, older.fromVersion(), older.toVersion());
                }
                return upgraded(older, upgrade);
            }
            migrations.apply();
            return pool;
        } catch (RuntimeException e) {
            pool.close();
            throw e;
        }
    }

    /** Upgrades the database while its lock is held. */
    private HikariDataSource upgraded(OlderDatabase older, DatabaseUpgrade work) {
        try (RunLock run = new RunLock(older.pool(), address)) {
            run.acquire();
            work.upgrade(older);
            return older.pool();
        } catch (SQLException e) {
            older.pool().close();
            throw new IllegalStateException("Expected to give the lock of the run back", e);
        } catch (RuntimeException e) {
            older.pool().close();
            throw e;
        }
    }

    /** Returns whether an upgrade has brought the tables up to date, but did not finish. */
    private static boolean isCutOff(HikariDataSource pool) {
        Integer open = new JdbcTemplate(pool)
                .queryForObject("SELECT COUNT(*) FROM schema_upgrade WHERE new_digest IS NULL", Integer.class);
        return open != null && open > 0;
    }

    private HikariDataSource connect() {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(address.url());
        pool.setUsername(textOr(address.kind().owner().orElse(null), settings.dbUser()));
        pool.setPassword(textOr(null, settings.dbPassword()));
        pool.setMaximumPoolSize(settings.metering().effectiveThreads() + FURTHER_CONNECTIONS);
        return pool;
    }

    /** Sets user and password; without settings for them they are in the URL of the server. */
    private static @Nullable String textOr(@Nullable String otherwise, String setting) {
        return setting.isBlank() ? otherwise : setting;
    }
}
