package io.billingcenter.samples;

import io.billingcenter.jobs.launch.DatabaseAddress;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Every row of every table of ours, as text that is the same on both databases. */
final class TableRows {

    /** Which run made a row says how often runs were begun, not what was billed. */
    private static final Set<String> LEFT_OUT = Set.of("run_id");

    /** The runs themselves, what gates looked at in each of them, and the ids of output folders, which are random. */
    private static final Set<String> LEFT_OUT_TABLES = Set.of("balance_check", "run", "installation");

    private TableRows() {}

    /** The rows by table, sorted; tables of Spring Batch and Flyway, and those of single runs, are left out. */
    static Map<String, List<String>> of(Workplace place) throws SQLException {
        String url = DatabaseAddress.of(place.db(), Workplace.HOME).url();
        Map<String, List<String>> rows = new TreeMap<>();
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            for (String table : tables(connection)) {
                rows.put(table, rows(statement, table));
            }
        }
        return rows;
    }

    private static List<String> tables(Connection connection) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet names = connection.getMetaData().getTables(null, null, "%", new String[] {"TABLE"})) {
            while (names.next()) {
                String schema = names.getString("TABLE_SCHEM").toLowerCase(Locale.ROOT);
                String table = names.getString("TABLE_NAME").toLowerCase(Locale.ROOT);
                if (schema.equals("public")
                        && !table.startsWith("batch_")
                        && !table.startsWith("flyway_")
                        && !LEFT_OUT_TABLES.contains(table)) {
                    tables.add(table);
                }
            }
        }
        return tables;
    }

    private static List<String> rows(Statement statement, String table) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (ResultSet result = statement.executeQuery("SELECT * FROM " + table)) {
            ResultSetMetaData columns = result.getMetaData();
            while (result.next()) {
                StringBuilder row = new StringBuilder();
                for (int column = 1; column <= columns.getColumnCount(); column++) {
                    String name = columns.getColumnLabel(column).toLowerCase(Locale.ROOT);
                    if (!LEFT_OUT.contains(name)) {
                        row.append(name)
                                .append('=')
                                .append(text(result.getObject(column)))
                                .append(' ');
                    }
                }
                rows.add(row.toString());
            }
        }
        Collections.sort(rows);
        return rows;
    }

    private static String text(Object value) {
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        return value instanceof byte[] bytes ? HexFormat.of().formatHex(bytes) : String.valueOf(value);
    }
}
