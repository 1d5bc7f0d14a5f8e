package io.billingcenter.schema;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.SqlProvider;

/**
 * Rows that go to PostgreSQL together: inserts by COPY, changes by one statement whose parameters are arrays. Both run on the
 * connection of the transaction, and fail with the exceptions that a batch would fail with.
 */
final class CopiedRows implements BulkRows {

    static final CopiedRows INSTANCE = new CopiedRows();

    /** Fewer rows are faster in a batch, because COPY has a cost of its own. */
    static final int FEWEST_ROWS = 20;

    private CopiedRows() {}

    @Override
    public void insert(JdbcTemplate jdbc, Table table, Collection<TableRow> rows) {
        jdbc.execute(new Copy(table, rows));
    }

    @Override
    public void change(JdbcTemplate jdbc, KeyedChange change, Collection<TableRow> rows) {
        List<Column<?>> parameters = change.parameters();
        jdbc.update(change.statementOfArrays(), (PreparedStatement prepared) -> {
            for (int i = 0; i < parameters.size(); i++) {
                prepared.setArray(i + 1, array(prepared.getConnection(), parameters.get(i), rows));
            }
        });
    }

    private static Array array(Connection connection, Column<?> column, Collection<TableRow> rows) throws SQLException {
        List<@Nullable Object> cells = new ArrayList<>(rows.size());
        rows.forEach(row -> cells.add(element(row.cell(column))));
        return connection.createArrayOf(column.type().postgresqlName(), cells.toArray());
    }

    /** Returns the cell as an element of an array, of which the driver takes neither bytes nor all dates. */
    private static @Nullable Object element(@Nullable Object cell) {
        if (cell instanceof byte[] bytes) {
            return CopyText.text(bytes);
        }
        return cell instanceof LocalDate date ? CopyText.text(date) : cell;
    }

    /** A COPY of rows; its text is part of the messages of its exceptions. */
    private record Copy(Table table, Collection<TableRow> rows) implements ConnectionCallback<Long>, SqlProvider {

        @Override
        public Long doInConnection(Connection connection) throws SQLException {
            CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(getSql());
            try {
                CopyText text = new CopyText(copy::writeToCopy);
                for (TableRow row : rows) {
                    text.add(table.columns(), row);
                }
                text.flush();
                return copy.endCopy();
            } finally {
                // Without this, the connection of a COPY that has failed half way would take no other statement.
                if (copy.isActive()) {
                    copy.cancelCopy();
                }
            }
        }

        @Override
        public String getSql() {
            return "COPY " + table + " (" + table.columnList() + ") FROM STDIN";
        }
    }
}
