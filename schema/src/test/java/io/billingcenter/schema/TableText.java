package io.billingcenter.schema;

import java.util.List;
import java.util.StringJoiner;
import org.springframework.jdbc.core.JdbcTemplate;

/** Rows of a query as texts, for tests of all modules: the cells separated by {@code |}, NULL written as {@code -}. */
public final class TableText {

    private TableText() {}

    /** Returns a text for each row, in the order of the query. */
    public static List<String> of(JdbcTemplate jdbc, String sql, Object... arguments) {
        return jdbc.query(
                sql,
                (row, number) -> {
                    StringJoiner cells = new StringJoiner("|");
                    for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                        String cell = row.getString(i);
                        cells.add(cell == null ? "-" : cell);
                    }
                    return cells.toString();
                },
                arguments);
    }
}
