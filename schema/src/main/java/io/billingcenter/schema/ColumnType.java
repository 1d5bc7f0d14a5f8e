package io.billingcenter.schema;

/** The types of columns, each with the type of PostgreSQL whose arrays carry its values. */
enum ColumnType {
    TEXT("text"),
    NUMBER("int4"),
    LARGE_NUMBER("int8"),
    DECIMAL("numeric"),
    FLAG("bool"),
    BYTES("bytea"),
    DATE("date");

    private final String postgresqlName;

    ColumnType(String postgresqlName) {
        this.postgresqlName = postgresqlName;
    }

    /** Returns the name of the type in PostgreSQL. */
    String postgresqlName() {
        return postgresqlName;
    }
}
