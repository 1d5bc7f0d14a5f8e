package io.billingcenter.readers.tables.reconciliation;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Cells of a row as the canonical texts of digests take them. */
final class CellReader {

    private static final Set<String> NOT_OF_THE_CONTENT = Set.of("RUN_ID");

    private CellReader() {}

    /** Returns the columns of these names. */
    static @Nullable Object[] cells(ResultSet row, List<String> columns) throws SQLException {
        @Nullable Object[] cells = new @Nullable Object[columns.size()];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = value(row.getObject(columns.get(i)));
        }
        return cells;
    }

    /** Returns all columns but the number of the run, which a repeat changes. */
    static @Nullable Object[] allCells(ResultSet row) throws SQLException {
        int count = row.getMetaData().getColumnCount();
        @Nullable Object[] cells = new @Nullable Object[count];
        for (int i = 0; i < count; i++) {
            String name = row.getMetaData().getColumnName(i + 1).toUpperCase(Locale.ROOT);
            cells[i] = NOT_OF_THE_CONTENT.contains(name) ? null : value(row.getObject(i + 1));
        }
        return cells;
    }

    private static @Nullable Object value(@Nullable Object cell) {
        return cell instanceof Date date ? date.toLocalDate() : cell;
    }
}
