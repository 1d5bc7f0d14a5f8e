package io.billingcenter.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.hsqldb.jdbc.JDBCConnection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Isolated
class CountingDriverTest {

    private static final String URL = "jdbc:hsqldb:mem:counted";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "SELECT a  FROM t WHERE b = ? | SELECT a FROM t WHERE b = ?",
                "SELECT a FROM t WHERE b IN (?, ?, ?) | SELECT a FROM t WHERE b IN (?, ...)",
                "SELECT a FROM t WHERE b IN (?,?) | SELECT a FROM t WHERE b IN (?, ...)",
                "SELECT a FROM t WHERE b = 'ws-1' AND c = 17 | SELECT a FROM t WHERE b = '...' AND c = 0",
                "SELECT a FROM t WHERE b IN ('x', 'y') | SELECT a FROM t WHERE b IN ('...', ...)",
                "INSERT INTO t VALUES (?, ?), (?, ?), (?, ?) | INSERT INTO t VALUES (?, ...), ...",
                "SELECT c1 FROM t2 | SELECT c1 FROM t2",
            })
    void statementsOfOneShapeAreOneStatement(String sql, String normalized) {
        assertThat(CountingDriver.normalized(sql)).isEqualTo(normalized);
    }

    @Test
    void executionsAreCountedAndABatchOnce() throws SQLException {
        CountingDriver.watch(URL);
        try (Connection connection = DriverManager.getConnection(URL, "sa", "");
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE t (a INTEGER)");
            try (PreparedStatement insert = connection.prepareStatement("INSERT INTO t VALUES (?)")) {
                for (int row = 0; row < 5; row++) {
                    insert.setInt(1, row);
                    insert.addBatch();
                }
                insert.executeBatch();
            }
            try (PreparedStatement query = connection.prepareStatement("SELECT a FROM t WHERE a = ?")) {
                for (int row = 0; row < 3; row++) {
                    query.setInt(1, row);
                    query.executeQuery().close();
                }
            }
        }

        assertThat(CountingDriver.end(URL))
                .containsOnly(
                        Map.entry("CREATE TABLE t (a INTEGER)", 1),
                        Map.entry("INSERT INTO t VALUES (?)", 1),
                        Map.entry("SELECT a FROM t WHERE a = ?", 3));
    }

    @Test
    void interfacesOfTheDatabaseAreCounted() throws SQLException {
        CountingDriver.watch(URL);
        try (Connection connection = DriverManager.getConnection(URL, "sa", "")) {
            assertThat(connection.unwrap(JDBCConnection.class).isClosed()).isFalse();
        }

        assertThat(CountingDriver.end(URL)).containsOnly(Map.entry("unwrap JDBCConnection", 1));
    }

    @Test
    void otherAddressesAreNotCounted() throws SQLException {
        CountingDriver.watch(URL);
        try (Connection connection = DriverManager.getConnection("jdbc:hsqldb:mem:other", "sa", "");
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE t (a INTEGER)");
        }

        assertThat(CountingDriver.end(URL)).isEmpty();
    }
}
