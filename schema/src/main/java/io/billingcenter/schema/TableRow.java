package io.billingcenter.schema;

import org.jspecify.annotations.Nullable;

/** A row that is to be written: values of the columns of a {@link Table}, set by column. Columns that are not set are NULL. */
public final class TableRow {

    private final Table table;
    private final @Nullable Object[] cells;

    TableRow(Table table) {
        this.table = table;
        this.cells = new @Nullable Object[table.columns().size()];
    }

    /**
     * Sets the value of a column; null becomes NULL, or the empty text of a column that is declared so.
     *
     * @throws IllegalArgumentException if the column belongs to another table
     */
    public <T> TableRow set(Column<T> column, @Nullable T value) {
        cells[positionOf(column)] = column.toDatabase(value);
        return this;
    }

    /** Sets the value of a column as the database stores it. */
    TableRow setCell(Column<?> column, Object value) {
        cells[positionOf(column)] = value;
        return this;
    }

    /** Returns the table that the row belongs to. */
    public Table table() {
        return table;
    }

    /** Returns the cells of the columns that digests are made of, as the database stores them. */
    public @Nullable Object[] digestedCells() {
        @Nullable Object[] digested = new @Nullable Object[table.digested().size()];
        for (int i = 0; i < digested.length; i++) {
            digested[i] = cells[table.digested().get(i).position()];
        }
        return digested;
    }

    /**
     * Returns the value of a column as the database stores it.
     *
     * @throws IllegalArgumentException if the column belongs to another table
     */
    @Nullable
    Object cell(Column<?> column) {
        return cells[positionOf(column)];
    }

    private int positionOf(Column<?> column) {
        if (column.table() != table) {
            throw new IllegalArgumentException("Expected a column of " + table + ", found "
                    + column.of(column.table().name()));
        }
        return column.position();
    }
}
