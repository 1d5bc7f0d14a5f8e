package io.billingcenter.schema;

import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;

/** Rows that go to the database in batches of statements, one for each row. */
final class BatchedRows implements BulkRows {

    static final BatchedRows INSTANCE = new BatchedRows();

    private static final int BATCH_ROWS = 1_000;

    private BatchedRows() {}

    @Override
    public void insert(JdbcTemplate jdbc, Table table, Collection<TableRow> rows) {
        execute(jdbc, table.insert(), table.columns(), rows);
    }

    @Override
    public void change(JdbcTemplate jdbc, KeyedChange change, Collection<TableRow> rows) {
        execute(jdbc, change.statement(), change.parameters(), rows);
    }

    /**
     * Executes a statement for each row; does nothing without rows.
     *
     * @param bound the columns whose values the parameters of the statement are
     * @return the number of rows that the statement changed, for each of the rows
     */
    static int[] execute(JdbcTemplate jdbc, String statement, List<Column<?>> bound, Collection<TableRow> rows) {
        if (rows.isEmpty()) {
            return new int[0];
        }
        Column<?>[] parameters = bound.toArray(Column<?>[]::new);
        int[][] counts = jdbc.batchUpdate(statement, rows, BATCH_ROWS, (prepared, row) -> {
            for (int i = 0; i < parameters.length; i++) {
                prepared.setObject(i + 1, row.cell(parameters[i]));
            }
        });
        return Stream.of(counts).flatMapToInt(IntStream::of).toArray();
    }
}
