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
        // disk, tables and large results need not fit into memory, and the last connection releases the files. The last
        // three hold for a new database only, which keeps them: more rows in memory, and texts that are compared as
        // they
        // are, which saves padding them with spaces.
        @Override
        public String withSettings(String url) {
            return url.contains("hsqldb.tx=")
                    ? url
                    : url + ";hsqldb.tx=mvcc;hsqldb.default_table_type=cached;hsqldb.write_delay=false;shutdown=true"
                            + ";hsqldb.result_max_memory_rows=400000"
                            + ";hsqldb.cache_rows=300000;hsqldb.cache_size=100000;sql.pad_space=false";
        }

        @Override
        public Map<String, String> placeholders() {
            return Map.ofEntries(
                    Map.entry("id", "VARCHAR(64)"),
                    Map.entry("code", "VARCHAR(32)"),
                    Map.entry("path", "VARCHAR(1024)"),
                    Map.entry("text", "VARCHAR(4000)"),
                    Map.entry("bytes", "VARBINARY(1048576)"),
                    Map.entry("identity", "IDENTITY"),
                    Map.entry("instant", "TIMESTAMP(9)"),
                    Map.entry("long_text", "LONGVARCHAR"),
                    Map.entry("sequence", "TABLE"),
                    Map.entry("of_sequence", "(ID BIGINT IDENTITY)"),
                    Map.entry("join_begin", "GROUP_CONCAT("),
                    Map.entry("join_comma", ""),
                    Map.entry("join_end", "SEPARATOR ',')"),
                    Map.entry("create_view", "CREATE VIEW IF NOT EXISTS"),
                    Map.entry("items_begin", "CROSS JOIN UNNEST(REGEXP_SUBSTRING_ARRAY("),
                    Map.entry("items_end", ", '\\[\"[^\\]]*\\]')) AS line(item)"),
                    Map.entry("cell_begin", "NULLIF(REGEXP_REPLACE(line.item, '^\\[(?:[^,]*,){"),
                    Map.entry("cell_end", "}\"?([^,\"\\]]*)\"?.*$', '$1'), 'null')"),
                    Map.entry("code_begin", "CAST("),
                    Map.entry("code_end", " AS VARCHAR(32))"),
                    Map.entry("of_fees", ""),
                    // A constraint can be dropped only if it is there: it is made again first if an interrupted
                    // migration has
                    // dropped it.
                    Map.entry(
                            "known_invoice_once",
                            "ADD CONSTRAINT IF NOT EXISTS invoice_once UNIQUE (billing_month, account_id, currency)"),
                    Map.entry("if_exists", ""));
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

        @Override
        public Optional<String> grownTables() {
            return Optional.empty();
        }

        // It has one writer: a second thread waits for the locks of the first at every row.
        @Override
        public boolean storesConcurrently() {
            return false;
        }

        @Override
        BulkRows bulkRows() {
            return BatchedRows.INSTANCE;
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
            return Map.ofEntries(
                    Map.entry("id", "VARCHAR(64) COLLATE \"C\""),
                    Map.entry("code", "VARCHAR(32) COLLATE \"C\""),
                    Map.entry("path", "VARCHAR(1024) COLLATE \"C\""),
                    Map.entry("text", "VARCHAR(4000)"),
                    Map.entry("bytes", "BYTEA"),
                    Map.entry("identity", ""),
                    Map.entry("instant", "TIMESTAMP"),
                    Map.entry("long_text", "TEXT"),
                    Map.entry("sequence", "SEQUENCE"),
                    Map.entry("of_sequence", "MAXVALUE 9223372036854775807 NO CYCLE"),
                    Map.entry("join_begin", "STRING_AGG("),
                    Map.entry("join_comma", ", ','"),
                    Map.entry("join_end", ")"),
                    Map.entry("create_view", "CREATE OR REPLACE VIEW"),
                    Map.entry("items_begin", "CROSS JOIN LATERAL jsonb_array_elements(CAST("),
                    Map.entry("items_end", " AS jsonb) -> 'rows') AS line(item)"),
                    Map.entry("cell_begin", "(line.item ->> "),
                    Map.entry("cell_end", ")"),
                    Map.entry("code_begin", "CAST("),
                    Map.entry("code_end", " AS VARCHAR(32)) COLLATE \"C\""),
                    Map.entry("of_fees", " WHERE agreement_id > ''"),
                    Map.entry("known_invoice_once", "DROP CONSTRAINT IF EXISTS invoice_once"),
                    Map.entry("if_exists", "IF EXISTS "));
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

        // A page of 8 KiB holds some 30 to 80 rows. A table of a hundred days has the same distribution with one more.
        @Override
        public Optional<String> grownTables() {
            return Optional.of("""
                    SELECT c.relname FROM pg_class c
                    WHERE c.relkind = 'r' AND c.relnamespace = current_schema()::regnamespace
                      AND pg_relation_size(c.oid) / current_setting('block_size')::int - c.relpages
                        >= GREATEST(64, c.relpages / 50)
                    ORDER BY c.relname""");
        }

        @Override
        public boolean storesConcurrently() {
            return true;
        }

        @Override
        BulkRows bulkRows() {
            return CopiedRows.INSTANCE;
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
     * Returns the values of the placeholders of the migrations: column types, the differences in the tables of Spring Batch,
     * the joining of rows to a text, and the reading of rows from one.
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

    /**
     * Returns a query of the tables that have grown by thousands of rows, and noticeably, since their statistics were
     * collected; empty if the plans of the database need no statistics.
     */
    public abstract Optional<String> grownTables();

    /** Returns whether several threads store rows faster than one. */
    public abstract boolean storesConcurrently();

    /** Returns the way in which it takes many rows at once. */
    abstract BulkRows bulkRows();
}
