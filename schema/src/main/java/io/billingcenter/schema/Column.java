package io.billingcenter.schema;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A column of a {@link Table}: its name, and the conversion between values of the domain and values of the database.
 *
 * @param <T> the type in the domain
 */
public final class Column<T> {

    /**
     * Reads a value of the database.
     *
     * @param <V> the type of JDBC
     */
    @FunctionalInterface
    public interface Getter<V> {

        /** Returns the value of the column of that label in the current row, or null for NULL. */
        @Nullable
        V get(ResultSet row, String label) throws SQLException;
    }

    private final Table table;
    private final String name;
    private final int position;
    private final ColumnType type;
    private final Function<T, Object> toDatabase;
    private final @Nullable Object none;
    private final Getter<T> getter;

    Column(
            Table table,
            String name,
            int position,
            ColumnType type,
            Function<T, Object> toDatabase,
            @Nullable Object none,
            Getter<T> getter) {
        this.table = table;
        this.name = name;
        this.position = position;
        this.type = type;
        this.toDatabase = toDatabase;
        this.none = none;
        this.getter = getter;
    }

    /** Returns the name in the database. */
    public String name() {
        return name;
    }

    /** Returns the table that the column belongs to. */
    public Table table() {
        return table;
    }

    /**
     * Returns the value in the current row.
     *
     * @throws IllegalStateException if there is none
     */
    public T get(ResultSet row) throws SQLException {
        return get(row, name);
    }

    /**
     * Returns the value in the current row of a query that gives the column another label.
     *
     * @throws IllegalStateException if there is none
     */
    public T get(ResultSet row, String label) throws SQLException {
        T value = getter.get(row, label);
        if (value == null) {
            throw new IllegalStateException("Expected a value in column " + label + " of " + table + ", found none");
        }
        return value;
    }

    /** Returns the value in the current row, or null if there is none. */
    public @Nullable T getOrNull(ResultSet row) throws SQLException {
        return getter.get(row, name);
    }

    /** Returns the value in the current row of a query that gives the column another label, or null if there is none. */
    public @Nullable T getOrNull(ResultSet row, String label) throws SQLException {
        return getter.get(row, label);
    }

    /** Returns the value in the current row of a query that gives the column another label, or another one if there is none. */
    public T getOrDefault(ResultSet row, String label, T otherwise) throws SQLException {
        T value = getter.get(row, label);
        return value == null ? otherwise : value;
    }

    /** Returns the value as the database stores it. */
    public @Nullable Object toDatabase(@Nullable T value) {
        return value == null ? none : toDatabase.apply(value);
    }

    /** Returns the name with the alias of the table in a query: {@code p.amount}. */
    public String of(String alias) {
        return alias + "." + name;
    }

    int position() {
        return position;
    }

    ColumnType type() {
        return type;
    }

    /** Returns the name, so that a column can be written into a statement. */
    @Override
    public String toString() {
        return name;
    }
}
