package io.billingcenter.samples;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one night repeated for the days before it, as a database has them after as many nights. It is written
 * straight into the tables, since hundreds of nights would take too long.
 */
final class LongHistory {

    /** The tables of which every night adds rows that stay. */
    private static final List<String> TABLES = List.of(
            "day_reading",
            "traffic_file",
            "metered_day",
            "rated_day",
            "posting",
            "control_total",
            "account_day",
            "fee_day",
            "settled_day",
            "ledger_entry",
            "bill_payment",
            "line_payment",
            "delivery",
            "delivered_file",
            "run");

    /** The columns of keys without a day: each row gets another value. */
    private static final Set<String> GIVEN =
            Set.of("posting.posting_id", "ledger_entry.request_id", "ledger_entry.entry_number", "run.run_id");

    /** The number of rows of a batch. */
    private static final int BATCH = 5_000;

    /** Larger than any number that a night gives. */
    private static final long FAR = 1_000_000;

    private final Connection connection;
    private final LocalDate night;

    private record Shape(String table, List<String> columns, List<Integer> types) {}

    /**
     * The history of a database.
     *
     * @param night the day whose rows are repeated; all rows with a day must be of this one
     */
    LongHistory(Connection connection, LocalDate night) {
        this.connection = connection;
        this.night = night;
    }

    /** Repeats the rows for the days from one distance to another, both included. */
    void repeat(int first, int last) throws SQLException {
        connection.setAutoCommit(false);
        for (String table : TABLES) {
            Shape shape = shape(table);
            repeat(shape, rows(shape), first, last);
        }
        connection.commit();
        connection.setAutoCommit(true);
    }

    private Shape shape(String table) throws SQLException {
        List<String> columns = new ArrayList<>();
        List<Integer> types = new ArrayList<>();
        DatabaseMetaData data = connection.getMetaData();
        String name = data.storesUpperCaseIdentifiers() ? table.toUpperCase(Locale.ROOT) : table;
        try (ResultSet found = data.getColumns(null, null, name, "%")) {
            while (found.next()) {
                String column = found.getString("COLUMN_NAME").toLowerCase(Locale.ROOT);
                columns.add(column);
                types.add(found.getInt("DATA_TYPE"));
            }
        }
        return new Shape(table, columns, types);
    }

    private static boolean isDay(String column, int type) {
        return type == Types.DATE || column.equals("period");
    }

    /** The rows of the night: those whose days are all the night's. */
    private List<@Nullable Object[]> rows(Shape shape) throws SQLException {
        List<@Nullable Object[]> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(
                        "SELECT " + String.join(", ", shape.columns()) + " FROM " + shape.table())) {
            while (found.next()) {
                @Nullable Object[] row = new @Nullable Object[shape.columns().size()];
                boolean ofNight = true;
                for (int i = 0; i < row.length; i++) {
                    boolean isDate = shape.types().get(i) == Types.DATE;
                    row[i] = isDate ? found.getObject(i + 1, LocalDate.class) : found.getObject(i + 1);
                    ofNight &= !isDay(shape.columns().get(i), shape.types().get(i))
                            || row[i] == null
                            || row[i].toString().equals(night.toString());
                }
                // The states of tables are sealed only when they change, so an ordinary night has none of these rows.
                if (ofNight && !Arrays.asList(row).contains("state")) {
                    rows.add(row);
                }
            }
        }
        return rows;
    }

    private void repeat(Shape shape, List<@Nullable Object[]> rows, int first, int last) throws SQLException {
        String places = shape.columns().stream().map(column -> "?").collect(Collectors.joining(", "));
        String insert = "INSERT INTO " + shape.table() + " (" + String.join(", ", shape.columns()) + ") VALUES ("
                + places + ")";
        try (PreparedStatement statement = connection.prepareStatement(insert)) {
            int waiting = 0;
            for (int back = first; back <= last; back++) {
                for (@Nullable Object[] row : rows) {
                    for (int i = 0; i < row.length; i++) {
                        statement.setObject(i + 1, earlier(shape, i, row[i], back));
                    }
                    statement.addBatch();
                    if (++waiting % BATCH == 0) {
                        statement.executeBatch();
                    }
                }
            }
            statement.executeBatch();
        }
    }

    /** The value of a column a number of days before the night. */
    private static @Nullable Object earlier(Shape shape, int column, @Nullable Object value, int back) {
        String name = shape.columns().get(column);
        if (value instanceof LocalDate day) {
            return day.minusDays(back);
        }
        if (value != null && name.equals("period")) {
            return LocalDate.parse(value.toString()).minusDays(back).toString();
        }
        if (value == null || !GIVEN.contains(shape.table() + "." + name)) {
            return value;
        }
        // Numbers become negative, so that those of later nights do not meet them.
        return value instanceof Number number ? number.longValue() - back * FAR : value + "-" + back;
    }
}
