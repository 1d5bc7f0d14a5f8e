package io.billingcenter.jobs.launch;

import java.nio.file.Path;

/**
 * Where the database is: a JDBC URL as it stands, or a path for the embedded one.
 *
 * @param url JDBC URL with everything the suite needs of it
 */
public record DatabaseAddress(String url) {

    private static final String JDBC = "jdbc:";
    private static final String EMBEDDED = "jdbc:hsqldb:";
    private static final String POSTGRESQL = "jdbc:postgresql:";

    /**
     * What the embedded database needs: multi-version concurrency, or concurrent partitions wait for each other for ever;
     * every commit on disk; tables and large results that need not fit into memory; files released when the last connection is closed.
     */
    private static final String EMBEDDED_SETTINGS =
            ";hsqldb.tx=mvcc;hsqldb.default_table_type=cached;hsqldb.write_delay=false;shutdown=true"
                    + ";hsqldb.result_max_memory_rows=400000";

    /** What a PostgreSQL server needs: batches of inserts sent as one. */
    private static final String POSTGRESQL_SETTING = "reWriteBatchedInserts=true";

    /**
     * Reads the setting.
     *
     * @param db JDBC URL of HSQLDB or PostgreSQL, or a path
     * @param home folder against which a relative path is resolved
     * @throws IllegalArgumentException for a URL of another database
     */
    public static DatabaseAddress of(String db, Path home) {
        if (!db.startsWith(JDBC)) {
            return new DatabaseAddress(
                    EMBEDDED + "file:" + home.resolve(db).toAbsolutePath().normalize() + EMBEDDED_SETTINGS);
        }
        if (db.startsWith(EMBEDDED)) {
            return new DatabaseAddress(db.contains("hsqldb.tx=") ? db : db + EMBEDDED_SETTINGS);
        }
        if (db.startsWith(POSTGRESQL)) {
            boolean set = db.contains("reWriteBatchedInserts");
            return new DatabaseAddress(set ? db : db + (db.contains("?") ? "&" : "?") + POSTGRESQL_SETTING);
        }
        throw new IllegalArgumentException(
                "Expected --db to be a path, jdbc:hsqldb:... or jdbc:postgresql:..., found '" + db + "'");
    }

    /** Whether it is a PostgreSQL server. */
    public boolean isPostgresql() {
        return url.startsWith(POSTGRESQL);
    }
}
