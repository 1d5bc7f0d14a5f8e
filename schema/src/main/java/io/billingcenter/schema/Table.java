package io.billingcenter.schema;

import java.math.BigDecimal;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A table of the database: its name, its columns in their order, and those that digests of its rows are made of. A table
 * is declared in a class of its own, column by column; the declaration is the only place that lists them.
 */
public final class Table {

    private final String name;
    private final List<Column<?>> columns = new ArrayList<>();
    private List<Column<?>> digested = List.of();

    private Table(String name) {
        this.name = name;
    }

    /** Returns a new table without columns. */
    public static Table named(String name) {
        return new Table(name);
    }

    /** Adds a column of text. */
    public Column<String> text(String column) {
        return add(column, value -> value, ResultSet::getString);
    }

    /** Adds a column of whole numbers. */
    public Column<Integer> number(String column) {
        return add(column, value -> value, (row, name) -> {
            int value = row.getInt(name);
            return row.wasNull() ? null : value;
        });
    }

    /** Adds a column of whole numbers that may exceed an {@code int}. */
    public Column<Long> largeNumber(String column) {
        return add(column, value -> value, (row, name) -> {
            long value = row.getLong(name);
            return row.wasNull() ? null : value;
        });
    }

    /** Adds a column of decimal numbers. */
    public Column<BigDecimal> decimal(String column) {
        return add(column, value -> value, ResultSet::getBigDecimal);
    }

    /** Adds a column of days. */
    public Column<LocalDate> date(String column) {
        return add(column, value -> value, (row, name) -> row.getObject(name, LocalDate.class));
    }

    /** Adds a column of true or false. */
    public Column<Boolean> flag(String column) {
        return add(column, value -> value, (row, name) -> {
            boolean value = row.getBoolean(name);
            return row.wasNull() ? null : value;
        });
    }

    /** Adds a column of bytes. */
    public Column<byte[]> bytes(String column) {
        return add(column, value -> value, ResultSet::getBytes);
    }

    /**
     * Adds a column of text that the domain knows as a value, such as an id.
     *
     * @param text the text of a value
     * @param value the value of a text
     */
    public <T> Column<T> text(String column, Function<T, String> text, Function<String, T> value) {
        return add(column, text::apply, (row, name) -> {
            String found = row.getString(name);
            return found == null ? null : value.apply(found);
        });
    }

    /**
     * Adds a column of codes.
     *
     * @param code the code of a constant
     * @param constant the constant of a code, if this version of the program has it
     */
    public <T> Column<T> code(String column, Function<T, String> code, Function<String, Optional<T>> constant) {
        return text(
                column,
                code,
                found -> constant.apply(found)
                        .orElseThrow(() -> new IllegalStateException("Expected a code of this version in column "
                                + column + " of " + name + ", found '" + found
                                + "': the database belongs to another version of the program")));
    }

    /**
     * Adds a column of days that the domain knows as a value.
     *
     * @param date the date of a value
     * @param value the value of a date
     */
    public <T> Column<T> date(String column, Function<T, LocalDate> date, Function<LocalDate, T> value) {
        return add(column, date::apply, (row, name) -> {
            LocalDate found = row.getObject(name, LocalDate.class);
            return found == null ? null : value.apply(found);
        });
    }

    private <T> Column<T> add(String column, Function<T, Object> toDatabase, Column.Getter<T> getter) {
        Column<T> added = new Column<>(column, columns.size(), toDatabase, getter);
        columns.add(added);
        return added;
    }

    /**
     * Declares the columns that digests of rows are made of, in this order: everything that a later change could falsify,
     * without the key of the unit of work and without marks that the program itself changes. The order and the columns of a
     * released table never change, since stored digests depend on them.
     */
    public Table digests(Column<?>... these) {
        digested = List.of(these);
        return this;
    }

    /** Returns the name in the database. */
    public String name() {
        return name;
    }

    /** Returns the columns in their order. */
    public List<Column<?>> columns() {
        return Collections.unmodifiableList(columns);
    }

    /** Returns the columns that digests are made of. */
    public List<Column<?>> digested() {
        return digested;
    }

    /** Returns a new row without values. */
    public TableRow row() {
        return new TableRow(this);
    }

    /** Returns the names of the columns, separated by commas, as a SELECT takes them. */
    public String columnList() {
        return names(columns.stream(), ", ", "");
    }

    /** Returns an INSERT of all columns. */
    public String insert() {
        return "INSERT INTO " + name + " (" + columnList() + ") VALUES ("
                + String.join(", ", Collections.nCopies(columns.size(), "?")) + ")";
    }

    /**
     * Returns an UPDATE of some columns in the rows that are named by others.
     *
     * @param set the columns that get a value
     * @param key the columns that name the rows
     */
    public String update(List<Column<?>> set, List<Column<?>> key) {
        return "UPDATE " + name + " SET " + names(set.stream(), ", ", " = ?") + where(key);
    }

    /** Returns a DELETE of the rows that are named by these columns. */
    public String delete(List<Column<?>> key) {
        return "DELETE FROM " + name + where(key);
    }

    /** Inserts the rows in one batch; does nothing without rows. Columns without a value become NULL. */
    public void insert(JdbcTemplate jdbc, Collection<TableRow> rows) {
        batch(jdbc, insert(), columns, rows);
    }

    /** Updates some columns of the rows that are named by others, in one batch; does nothing without rows. */
    public void update(JdbcTemplate jdbc, List<Column<?>> set, List<Column<?>> key, Collection<TableRow> rows) {
        List<Column<?>> bound = new ArrayList<>(set);
        bound.addAll(key);
        batch(jdbc, update(set, key), bound, rows);
    }

    /** Deletes the rows that are named by these columns, in one batch; does nothing without rows. */
    public void delete(JdbcTemplate jdbc, List<Column<?>> key, Collection<TableRow> rows) {
        batch(jdbc, delete(key), key, rows);
    }

    /** Returns the cells that digests are made of, in the types that {@link TableRow#digestedCells()} has. */
    public @Nullable Object[] digestedCells(ResultSet row) throws SQLException {
        @Nullable Object[] cells = new @Nullable Object[digested.size()];
        for (int i = 0; i < cells.length; i++) {
            Object cell = row.getObject(digested.get(i).name());
            cells[i] = cell instanceof Date date ? date.toLocalDate() : cell;
        }
        return cells;
    }

    /** Executes the statement for each row, its parameters being the cells of these columns. */
    private static void batch(JdbcTemplate jdbc, String statement, List<Column<?>> bound, Collection<TableRow> rows) {
        if (rows.isEmpty()) {
            return;
        }
        int[] positions = bound.stream().mapToInt(Column::position).toArray();
        jdbc.batchUpdate(statement, rows, rows.size(), (prepared, row) -> {
            for (int i = 0; i < positions.length; i++) {
                prepared.setObject(i + 1, row.cell(positions[i]));
            }
        });
    }

    private static String where(List<Column<?>> key) {
        return " WHERE " + names(key.stream(), " AND ", " = ?");
    }

    private static String names(Stream<Column<?>> columns, String separator, String suffix) {
        return columns.map(column -> column.name() + suffix).collect(Collectors.joining(separator));
    }

    @Override
    public String toString() {
        return name;
    }
}
