package io.billingcenter.schema;

import java.util.Map;

/**
 * The values of the placeholders of the migrations: column types, and the differences between databases in the tables
 * of Spring Batch.
 */
public final class ColumnTypes {

    /** Types of the embedded database. */
    public static final Map<String, String> HSQLDB = Map.of(
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

    /** Types of PostgreSQL: ids, codes and paths are compared by code point, whatever the collation of the server. */
    public static final Map<String, String> POSTGRESQL = Map.of(
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

    private ColumnTypes() {}
}
