package io.billingcenter.benchmarks.comparison;

import io.billingcenter.benchmarks.figures.Figures;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Databases of a PostgreSQL server, beside the one that an address names and with its name before their own. That one is
 * only connected to; its user must be allowed to create databases.
 */
final class ServerDatabases implements NightDatabases {

    private static final Pattern ADDRESS = Pattern.compile("(jdbc:postgresql://[^/]*/)([^?]*)(.*)");
    private static final String TOP_STATEMENTS = """
            SELECT s.calls, s.rows, s.total_exec_time, regexp_replace(s.query, '\\s+', ' ', 'g')
            FROM pg_stat_statements s JOIN pg_database d ON d.oid = s.dbid
            WHERE d.datname = ? ORDER BY s.total_exec_time DESC LIMIT ?""";
    private static final int SHOWN = 160;

    private final Matcher address;
    private final PostgresServer server;
    private final Set<String> made = new TreeSet<>();

    /**
     * Creates databases on a server.
     *
     * @param address JDBC URL of a database
     * @param server the process of the server, which is stopped at the end
     */
    ServerDatabases(String address, PostgresServer server) {
        this.address = ADDRESS.matcher(address);
        this.server = server;
        if (!this.address.matches()) {
            throw new IllegalArgumentException(
                    "Expected --db to be an address like jdbc:postgresql://host/name, found " + address);
        }
    }

    @Override
    public String create(String name) throws SQLException {
        return make(name, "template0 ENCODING 'UTF8'");
    }

    @Override
    public String copy(String from, String name) throws SQLException {
        return make(name, nameOf(from));
    }

    private String make(String name, String template) throws SQLException {
        drop(name);
        made.add(name);
        execute("CREATE DATABASE " + nameOf(name) + " TEMPLATE " + template);
        // What copying has written is not to be written during a run.
        execute("CHECKPOINT");
        return address.group(1) + nameOf(name) + address.group(3);
    }

    @Override
    public void drop(String name) throws SQLException {
        execute("DROP DATABASE IF EXISTS " + nameOf(name));
        made.remove(name);
    }

    @Override
    public Connection connect(String url) throws SQLException {
        return DriverManager.getConnection(url);
    }

    @Override
    public long serverMillis() throws IOException {
        return server.cpuMillis();
    }

    @Override
    public void resetStatements() throws SQLException {
        execute("CREATE EXTENSION IF NOT EXISTS pg_stat_statements");
        execute("SELECT pg_stat_statements_reset()");
    }

    @Override
    public List<String> statements(String name, int limit) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection connection = connect(address.group());
                PreparedStatement query = connection.prepareStatement(TOP_STATEMENTS)) {
            query.setString(1, nameOf(name));
            query.setInt(2, limit);
            try (ResultSet result = query.executeQuery()) {
                while (result.next()) {
                    rows.add("| " + Figures.inUnits(result.getLong(3), 1_000) + " | " + Figures.count(result.getLong(1))
                            + " | " + Figures.count(result.getLong(2)) + " | " + shown(result.getString(4)) + " |");
                }
            }
        }
        return rows;
    }

    @Override
    public void close() throws IOException {
        try {
            for (String name : List.copyOf(made)) {
                drop(name);
            }
        } catch (SQLException e) {
            throw new IOException("Expected to delete the databases " + made, e);
        } finally {
            server.close();
        }
    }

    private static String shown(String query) {
        String text = query.length() > SHOWN ? query.substring(0, SHOWN) + " ..." : query;
        return "`" + text.replace("|", "\\|") + "`";
    }

    /** Returns a name that needs no quotes. */
    private String nameOf(String name) {
        return (address.group(2) + "_" + name).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_]", "_");
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = connect(address.group());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
