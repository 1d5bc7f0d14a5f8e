package io.billingcenter.benchmarks.comparison;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** The databases of nights: every run begins with a copy of one that has the reference data. */
interface NightDatabases extends AutoCloseable {

    /** Returns the address, as {@code --db} takes it, of a new database without tables, instead of an earlier one. */
    String create(String name) throws IOException, SQLException;

    /** Returns the address of a new copy of a database that nobody uses, instead of an earlier one. */
    String copy(String from, String name) throws IOException, SQLException;

    /** Deletes a database, so that a server does no work for it while another one is measured. */
    void drop(String name) throws IOException, SQLException;

    /** Connects to the database at that address. */
    Connection connect(String address) throws SQLException;

    /** Returns the processor time of the server so far, in milliseconds; 0 without a server, or if it is not known. */
    long serverMillis() throws IOException;

    /** Begins to collect statements. */
    void resetStatements() throws SQLException;

    /**
     * Returns the most expensive statements of a database since the last reset, as rows of a Markdown table; none if the
     * server does not collect them.
     */
    List<String> statements(String name, int limit) throws SQLException;

    @Override
    void close() throws IOException;
}
