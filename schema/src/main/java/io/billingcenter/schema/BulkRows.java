package io.billingcenter.schema;

import java.util.Collection;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/** The way in which a kind of database takes many rows at once. Every row of the {@link Table tables} goes through it. */
interface BulkRows {

    /** Returns the way for the database of the template, or that of all databases for rows that are few. */
    static BulkRows of(JdbcTemplate jdbc, Collection<TableRow> rows) {
        if (rows.size() < CopiedRows.FEWEST_ROWS) {
            return BatchedRows.INSTANCE;
        }
        ConnectionCallback<DatabaseKind> kind = DatabaseKind::of;
        DatabaseKind found = jdbc.execute(kind);
        return found == null ? BatchedRows.INSTANCE : found.bulkRows();
    }

    /** Inserts the rows. Columns without a value become NULL. */
    void insert(JdbcTemplate jdbc, Table table, Collection<TableRow> rows);

    /** Changes the rows that the given ones name; no two of these name the same one, unless it is deleted. */
    void change(JdbcTemplate jdbc, KeyedChange change, Collection<TableRow> rows);
}
