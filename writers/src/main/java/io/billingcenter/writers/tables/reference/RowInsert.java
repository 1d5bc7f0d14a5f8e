package io.billingcenter.writers.tables.reference;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Inserts facts into a table, in batches. */
final class RowInsert {

    private static final int BATCH_SIZE = 1000;

    private final JdbcTemplate jdbc;

    RowInsert(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One row for each fact.
     *
     * @param values of a fact, in the order of the columns
     */
    <T> void insert(String table, List<String> columns, Collection<T> facts, Function<T, @Nullable Object[]> values) {
        String marks = String.join(", ", Collections.nCopies(columns.size(), "?"));
        String sql = "INSERT INTO " + table + " (" + String.join(", ", columns) + ") VALUES (" + marks + ")";
        jdbc.batchUpdate(sql, facts, BATCH_SIZE, (statement, fact) -> {
            @Nullable Object[] row = values.apply(fact);
            for (int i = 0; i < row.length; i++) {
                statement.setObject(i + 1, row[i]);
            }
        });
    }
}
