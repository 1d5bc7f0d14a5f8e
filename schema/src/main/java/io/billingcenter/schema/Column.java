package io.billingcenter.schema;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A column of a {@link Table}: its name, and the way between its values and the values of the database.
 *
 * @param <T> the values, as the domain knows them
 */
public final class Column<T> {

    /**
     * Reads a value of the database.
     *
     * @param <V> the type of JDBC
     */
    @FunctionalInterface
    public interface Getter<V> {

        /** Returns the value of the column of that name in the current row, or null for NULL. */
        @Nullable
        V get(ResultSet row, String column) throws SQLException;
    }

    private final String name;
    private final int position;
    private final Function<T, Object> toDatabase;
    private final Getter<T> getter;

    Column(String name, int position, Function<T, Object> toDatabase, Getter<T> getter) {
        this.name = name;
        this.position = position;
        this.toDatabase = toDatabase;
        this.getter = getter;
    }

    /** Returns the name in the database. */
    public String name() {
        return name;
    }

    /**
     * Returns the value in the current row.
     *
     * @throws IllegalStateException if it is NULL
     */
    public T get(ResultSet row) throws SQLException {
        T value = getter.get(row, name);
        if (value == null) {
            throw new IllegalStateException("Expected a value in column " + name + ", found NULL");
        }
        return value;
    }

    /** Returns the value in the current row, or null for NULL. */
    public @Nullable T getOrNull(ResultSet row) throws SQLException {
        return getter.get(row, name);
    }

    /** Returns the value as the database takes it. */
    public Object toDatabase(T value) {
        return toDatabase.apply(value);
    }

    int position() {
        return position;
    }

    /** Returns the name, so that a column can be written into a statement. */
    @Override
    public String toString() {
        return name;
    }
}
