package io.billingcenter.readers.tables.archive;

import org.springframework.jdbc.core.JdbcTemplate;

/** A database in memory with the empty tables of this program, into which archived rows are brought to be read. */
public interface MemoryTables extends AutoCloseable {

    /** Returns the database. */
    JdbcTemplate jdbc();

    /** Discards the database. */
    @Override
    void close();
}
