package io.billingcenter.schema;

import org.jspecify.annotations.Nullable;

/** A row that is to be written: values of the columns of a {@link Table}, set by column. */
public final class TableRow {

    private final Table table;
    private final @Nullable Object[] cells;

    TableRow(Table table) {
        this.table = table;
        this.cells = new @Nullable Object[table.columns().size()];
    }

    /** Sets the value of a column; null becomes NULL. */
    public <T> TableRow set(Column<T> column, @Nullable T value) {
        cells[column.position()] = value == null ? null : column.toDatabase(value);
        return this;
    }

    /** Returns the table that the row belongs to. */
    public Table table() {
        return table;
    }

    /** Returns the cells of the columns that digests are made of. */
    public @Nullable Object[] digestedCells() {
        return table.digested().stream().map(column -> cells[column.position()]).toArray(Object[]::new);
    }

    @Nullable
    Object cell(int position) {
        return cells[position];
    }
}
