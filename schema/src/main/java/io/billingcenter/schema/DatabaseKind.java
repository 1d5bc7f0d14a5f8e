package io.billingcenter.schema;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The databases that the program runs on, with everything in which they differ. */
public enum DatabaseKind {
    /** HSQLDB in files beside the program. */
    HSQLDB("jdbc:hsqldb:", "HSQL Database Engine", "org.hsqldb.") {

        // Without multi-version concurrency, concurrent partitions wait for each other for ever. Every commit is on
        // disk, tables and large results need not fit into memory, and the last connection releases the files.
        @Override
        public String withSettings(String url) {
            return url.contains("hsqldb.tx=")
                    ? url
                    : url + ";hsqldb.tx=mvcc;hsqldb.default_table_type=cached;hsqldb.write_delay=false;shutdown=true"
                            + ";hsqldb.result_max_memory_rows=400000";
        }

        @Override
        public Map<String, String> placeholders() {
            return Map.of(
                    "id", "VARCHAR(64)",
                    "code", "VARCHAR(32)",
                    "path", "VARCHAR(1024)",
                    "text", "VARCHAR(4000)",
                    "bytes", "VARBINARY(1048576)",
                    "identity", "IDENTITY",
                    "instant", "TIMESTAMP(9)",
                    "long_text", "LONGVARCHAR",
                    "sequence", "TABLE",
                    "of_sequence", "(ID BIGINT IDENTITY)");
        }

        @Override
        public String nextValue(String sequence) {
            return "CALL NEXT VALUE FOR " + sequence;
        }

        @Override
        public Optional<String> owner() {
            return Optional.of("SA");
        }

        @Override
        public List<String> keepLog() {
            return List.of("SET FILES LOG SIZE 0");
        }

        @Override
        public Optional<RunLockStatements> runLock() {
            return Optional.empty();
        }
    },

    /** A PostgreSQL server. */
    POSTGRESQL("jdbc:postgresql:", "PostgreSQL", "org.postgresql.") {

        // The setting has batches of inserts sent as one.
        @Override
        public String withSettings(String url) {
            return url.contains("reWriteBatchedInserts")
                    ? url
                    : url + (url.contains("?") ? "&" : "?") + "reWriteBatchedInserts=true";
        }

        // The column types compare ids, codes and paths by code point, whatever the collation is.
        @Override
        public Map<String, String> placeholders() {
            return Map.of(
                    "id", "VARCHAR(64) COLLATE \"C\"",
                    "code", "VARCHAR(32) COLLATE \"C\"",
                    "path", "VARCHAR(1024) COLLATE \"C\"",
                    "text", "VARCHAR(4000)",
                    "bytes", "BYTEA",
                    "identity", "",
                    "instant", "TIMESTAMP",
                    "long_text", "TEXT",
                    "sequence", "SEQUENCE",
                    "of_sequence", "MAXVALUE 9223372036854775807 NO CYCLE");
        }

        @Override
        public String nextValue(String sequence) {
            return "SELECT nextval('" + sequence + "')";
        }

        @Override
        public Optional<String> owner() {
            return Optional.empty();
        }

        @Override
        public List<String> keepLog() {
            return List.of();
        }

        @Override
        public Optional<RunLockStatements> runLock() {
            return Optional.of(new RunLockStatements(
                    "SELECT pg_try_advisory_lock(hashtextextended('billing-center|' || current_schema(), 0))",
                    "SELECT pg_advisory_unlock_all()"));
        }
    };

    /**
     * The statements of a lock that lasts as long as the connection that took it.
     *
     * @param tryLock a query of one row with one flag: whether the lock was taken
     * @param unlock a statement that releases it
     */
    public record RunLockStatements(String tryLock, String unlock) {}

    private final String urlPrefix;
    private final String productName;
    private final String driverPackage;

    DatabaseKind(String urlPrefix, String productName, String driverPackage) {
        this.urlPrefix = urlPrefix;
        this.productName = productName;
        this.driverPackage = driverPackage;
    }

    /** Returns the kind that a JDBC URL addresses, if the program runs on it. */
    public static Optional<DatabaseKind> ofUrl(String url) {
        return Stream.of(values())
                .filter(kind -> url.startsWith(kind.urlPrefix))
                .findFirst();
    }

    /**
     * Returns the kind of the database that a connection leads to.
     *
     * @throws IllegalStateException if the program does not run on it
     */
    public static DatabaseKind of(Connection connection) throws SQLException {
        String name = connection.getMetaData().getDatabaseProductName();
        return Stream.of(values())
                .filter(kind -> kind.productName.equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Expected HSQLDB or PostgreSQL, found " + name));
    }

    /** Returns the beginning of its JDBC URLs. */
    public String urlPrefix() {
        return urlPrefix;
    }

    /** Returns whether its driver has thrown this. */
    public boolean hasThrown(Throwable problem) {
        return problem.getClass().getName().startsWith(driverPackage);
    }

    /** Returns the URL with the settings that the program needs, unless they are in it. */
    public abstract String withSettings(String url);

    /**
     * Returns the values of the placeholders of the migrations: column types, and the differences in the tables of Spring
     * Batch.
     */
    public abstract Map<String, String> placeholders();

    /** Returns the statement that takes the next number of a sequence. */
    public abstract String nextValue(String sequence);

    /** Returns the user of a database for which none is set. */
    public abstract Optional<String> owner();

    /** Returns the statements after which the database no longer shortens its log by itself. */
    public abstract List<String> keepLog();

    /** Returns the statements by which a run locks the database; empty if it is locked as a whole by its process. */
    public abstract Optional<RunLockStatements> runLock();
}
