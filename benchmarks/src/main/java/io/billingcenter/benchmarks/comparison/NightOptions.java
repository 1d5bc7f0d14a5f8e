package io.billingcenter.benchmarks.comparison;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of a comparison of nights. */
public final class NightOptions {

    /** The databases that a night can use. */
    enum Database {
        HSQLDB,
        POSTGRES
    }

    @Option(
            names = "--pairs",
            defaultValue = "3",
            description = "Nights of each side, in turn (default ${DEFAULT-VALUE}).")
    private int pairs = 3;

    @Option(names = "--threads", defaultValue = "2", description = "Threads of each side (default ${DEFAULT-VALUE}).")
    private int threads = 2;

    @Mixin
    private SuiteOptions suite = new SuiteOptions();

    @Option(
            names = "--database",
            defaultValue = "hsqldb",
            description =
                    "${COMPLETION-CANDIDATES}; a PostgreSQL server is started for the time of the command (default"
                            + " ${DEFAULT-VALUE}).")
    private Database database = Database.HSQLDB;

    @Option(
            names = "--db",
            paramLabel = "ADDRESS",
            description =
                    "The place for the databases, as ./billing takes it, instead: a folder, or a PostgreSQL server by"
                            + " a database on it, like jdbc:postgresql://host/name. The nights use new databases there,"
                            + " name_suite_night and the like.")
    private @Nullable String db;

    @Option(
            names = "--against",
            paramLabel = "FOLDER",
            description =
                    "Another checkout of this program, built, instead of DuckDB. All delivered files are compared.")
    private @Nullable Path against;

    @Option(names = "--suite-only", description = "Runs the suite alone: for the times of its steps.")
    private boolean suiteOnly;

    @Option(
            names = "--statements",
            description = "Prints the most expensive statements of the last night (PostgreSQL; collecting costs time).")
    private boolean statements;

    @Option(
            names = "--duckdb-memory",
            defaultValue = "",
            description = "Memory limit of DuckDB, like 1GB (default: its own, 80 %% of the machine).")
    private String duckDbMemory = "";

    /** Returns the number of counted nights of each side. */
    int pairs() {
        return pairs;
    }

    int threads() {
        return threads;
    }

    SuiteOptions suite() {
        return suite;
    }

    /** Returns the other checkout; without one, DuckDB is the other side. */
    Optional<Path> against() {
        return Optional.ofNullable(against)
                .map(folder -> folder.toAbsolutePath().normalize());
    }

    boolean suiteOnly() {
        return suiteOnly;
    }

    boolean statements() {
        return statements;
    }

    String duckDbMemory() {
        return duckDbMemory;
    }

    /** Opens the databases, in that folder unless they are on a server that runs already. */
    NightDatabases databases(Path folder) throws IOException {
        if (db != null) {
            return isServer(db)
                    ? new ServerDatabases(db, PostgresServer.elsewhere())
                    : new EmbeddedDatabases(Path.of(db).toAbsolutePath());
        }
        if (database == Database.POSTGRES) {
            PostgresServer server = PostgresServer.start(folder, statements);
            return new ServerDatabases(server.address(), server);
        }
        return new EmbeddedDatabases(folder);
    }

    /** Returns one sentence on the nights, for people. */
    String describe() {
        boolean server = db != null ? isServer(db) : database == Database.POSTGRES;
        String used = server ? "PostgreSQL" : "HSQLDB";
        return used + ", " + pairs + " pair(s) after " + suite.warmup() + " of warm-up, " + threads
                + " thread(s), heap " + suite.heap().toLowerCase(Locale.ROOT);
    }

    private static boolean isServer(String address) {
        return address.startsWith("jdbc:");
    }
}
