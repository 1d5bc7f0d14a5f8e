package io.billingcenter.benchmarks.comparison;

import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.schema.metering.MeteredDayTable;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The embedded database after a run of the suite. */
final class MeteredDatabase {

    private static final String ROWS =
            "SELECT workspace_id, measures FROM metered_day WHERE is_current AND billing_day = ?";
    private static final String TOTALS = "SELECT SUM(records), SUM(accepted + duplicates) FROM day_reading"
            + " WHERE is_current AND billing_day = ?";
    private static final String BATCH_TABLES = "SELECT table_name FROM information_schema.tables"
            + " WHERE table_name LIKE 'BATCH\\_%' ESCAPE '\\' AND table_type = 'BASE TABLE'";

    private final Path path;
    private final BillingDay day;

    /** Opens the database at that path, limited to that day. */
    MeteredDatabase(Path path, BillingDay day) {
        this.path = path;
        this.day = day;
    }

    /** Returns the measures. */
    List<MeasureRow> rows() throws SQLException {
        List<MeasureRow> rows = new ArrayList<>();
        try (Connection connection = connect();
                PreparedStatement query = prepared(connection, ROWS);
                ResultSet result = query.executeQuery()) {
            while (result.next()) {
                String workspace = result.getString(1);
                MeteredDayTable.measures(result)
                        .forEach((tier, quantity) -> rows.add(
                                new MeasureRow(workspace, tier.measure().code(), tier.retentionDays(), quantity)));
            }
        }
        return rows;
    }

    /**
     * Checks that every record was read and none rejected.
     *
     * @throws IllegalStateException if that is not the case
     */
    void requireRecords(long expected) throws SQLException {
        try (Connection connection = connect();
                PreparedStatement query = prepared(connection, TOTALS);
                ResultSet result = query.executeQuery()) {
            result.next();
            if (result.getLong(1) != expected || result.getLong(2) != expected) {
                throw new IllegalStateException("Expected " + expected + " records read and well-formed, found "
                        + result.getLong(1) + " read and " + result.getLong(2) + " well-formed");
            }
        }
    }

    /** Returns the number of rows in all tables of Spring Batch together. */
    long batchRows() throws SQLException {
        long rows = 0;
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            List<String> tables = new ArrayList<>();
            try (ResultSet result = statement.executeQuery(BATCH_TABLES)) {
                while (result.next()) {
                    tables.add(result.getString(1));
                }
            }
            for (String table : tables) {
                rows += number(statement, "SELECT COUNT(*) FROM " + table);
            }
        }
        return rows;
    }

    private static long number(Statement statement, String query) throws SQLException {
        try (ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getLong(1);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection("jdbc:hsqldb:file:" + path + ";ifexists=true;shutdown=true", "sa", "");
    }

    private PreparedStatement prepared(Connection connection, String sql) throws SQLException {
        PreparedStatement query = connection.prepareStatement(sql);
        query.setObject(1, LocalDate.parse(day.toString()));
        return query;
    }
}
