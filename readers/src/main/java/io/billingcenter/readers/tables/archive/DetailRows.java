package io.billingcenter.readers.tables.archive;

import io.billingcenter.domain.archive.ArchiveColumn;
import io.billingcenter.domain.archive.CellType;
import io.billingcenter.domain.archive.DetailRow;
import io.billingcenter.domain.time.BillingMonth;
import io.billingcenter.domain.usage.WorkspaceDay;
import io.billingcenter.schema.Table;
import io.billingcenter.schema.WorkspaceDayColumns;
import io.billingcenter.schema.archive.DetailTables;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.ResultSetExtractor;

/**
 * Reads the rows of all tables of details of a month, workspace-day by workspace-day. The tables are read side by side, each
 * in the order of its primary key; memory holds a block of rows of each. Everything is read in the caller's transaction.
 */
public final class DetailRows {

    private static final int FETCH_ROWS = 500;

    private final JdbcTemplate jdbc;
    private final Map<String, List<ArchiveColumn>> columns = new LinkedHashMap<>();

    /** Uses rows. */
    @FunctionalInterface
    public interface Use {

        /**
         * Takes the next row.
         *
         * @throws IOException if it cannot be written
         */
        void take(DetailRow row) throws IOException;
    }

    /** Reads through connections of the template's data source. */
    public DetailRows(JdbcTemplate jdbc) {
        this.jdbc = new JdbcTemplate(Objects.requireNonNull(jdbc.getDataSource(), "data source"));
        this.jdbc.setFetchSize(FETCH_ROWS);
        for (Table table : DetailTables.ALL) {
            columns.put(
                    table.name(),
                    Objects.requireNonNull(
                            jdbc.query(table.select() + " WHERE 1 = 0", (ResultSetExtractor<List<ArchiveColumn>>)
                                    row -> columnsOf(row.getMetaData(), table))));
        }
    }

    /** Returns the columns of each table. */
    public Map<String, List<ArchiveColumn>> columns() {
        return columns;
    }

    /** Returns the workspaces with readings on days of the month, by id. */
    public List<String> workspaces(BillingMonth month) {
        return jdbc.query(
                """
                SELECT DISTINCT workspace_id FROM day_reading WHERE billing_day >= ? AND billing_day < ?
                ORDER BY workspace_id""",
                (row, n) -> row.getString(1),
                month.firstDay().date(),
                month.endExclusive().date());
    }

    /**
     * Passes on the rows of the month, of the workspaces from one id to another, both included.
     *
     * @throws IOException if the rows cannot be used
     */
    public void each(BillingMonth month, String first, String last, Use use) throws IOException {
        List<Cursor> cursors = new ArrayList<>();
        try {
            for (Table table : DetailTables.ALL) {
                cursors.add(new Cursor(rows(table, month, first, last)));
            }
            Optional<WorkspaceDay> day = firstOf(cursors);
            while (day.isPresent()) {
                for (Cursor cursor : cursors) {
                    while (cursor.next != null && cursor.next.workspaceDay().equals(day.get())) {
                        use.take(cursor.next);
                        cursor.advance();
                    }
                }
                day = firstOf(cursors);
            }
        } finally {
            cursors.forEach(Cursor::close);
        }
    }

    private static Optional<WorkspaceDay> firstOf(List<Cursor> cursors) {
        return cursors.stream()
                .map(cursor -> cursor.next)
                .filter(Objects::nonNull)
                .map(DetailRow::workspaceDay)
                .min(Comparator.naturalOrder());
    }

    /** Returns the rows of a table in the order of its key; the third column is the number of a reading, revision or rating. */
    private Stream<DetailRow> rows(Table table, BillingMonth month, String first, String last) {
        List<ArchiveColumn> ofTable = columns.getOrDefault(table.name(), List.of());
        return jdbc.queryForStream(
                table.select()
                        + " WHERE workspace_id >= ? AND workspace_id <= ? AND billing_day >= ? AND billing_day < ?"
                        + " ORDER BY workspace_id, billing_day, "
                        + ofTable.get(2).name(),
                (row, n) -> row(table, ofTable, row),
                first,
                last,
                month.firstDay().date(),
                month.endExclusive().date());
    }

    private static DetailRow row(Table table, List<ArchiveColumn> columns, ResultSet row) throws SQLException {
        List<@Nullable Object> cells = new ArrayList<>(columns.size());
        for (int i = 0; i < columns.size(); i++) {
            cells.add(cell(row, i + 1, columns.get(i).type()));
        }
        return new DetailRow(table.name(), WorkspaceDayColumns.get(row), cells);
    }

    private static @Nullable Object cell(ResultSet row, int place, CellType type) throws SQLException {
        return switch (type) {
            case TEXT -> row.getString(place);
            case NUMBER -> row.getBigDecimal(place);
            case DATE -> row.getObject(place, java.time.LocalDate.class);
            case BYTES -> row.getBytes(place);
            case FLAG -> {
                boolean flag = row.getBoolean(place);
                yield row.wasNull() ? null : flag;
            }
        };
    }

    private static List<ArchiveColumn> columnsOf(ResultSetMetaData found, Table table) throws SQLException {
        List<ArchiveColumn> columns = new ArrayList<>();
        for (int i = 0; i < table.columns().size(); i++) {
            columns.add(new ArchiveColumn(table.columns().get(i).name(), typeOf(found.getColumnType(i + 1))));
        }
        return List.copyOf(columns);
    }

    private static CellType typeOf(int jdbcType) {
        return switch (jdbcType) {
            case Types.INTEGER, Types.BIGINT, Types.SMALLINT, Types.NUMERIC, Types.DECIMAL -> CellType.NUMBER;
            case Types.BOOLEAN, Types.BIT -> CellType.FLAG;
            case Types.DATE -> CellType.DATE;
            case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY -> CellType.BYTES;
            default -> CellType.TEXT;
        };
    }

    /** The rows of a table, of which the next one is known. */
    private static final class Cursor {

        private final Stream<DetailRow> rows;
        private final Iterator<DetailRow> iterator;
        private @Nullable DetailRow next;

        Cursor(Stream<DetailRow> rows) {
            this.rows = rows;
            this.iterator = rows.iterator();
            advance();
        }

        void advance() {
            next = iterator.hasNext() ? iterator.next() : null;
        }

        void close() {
            rows.close();
        }
    }
}
