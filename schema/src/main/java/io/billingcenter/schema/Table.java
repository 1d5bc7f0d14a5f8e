package io.billingcenter.schema;

import io.billingcenter.domain.account.BillingAccountId;
import io.billingcenter.domain.account.SettlementMethod;
import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.time.BillingMonth;
import io.billingcenter.domain.usage.Meter;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Map;
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
        return add(column, ColumnType.TEXT, value -> value, null, ResultSet::getString);
    }

    /** Adds a column of whole numbers. */
    public Column<Integer> number(String column) {
        return add(column, ColumnType.NUMBER, value -> value, null, (row, label) -> {
            int value = row.getInt(label);
            return row.wasNull() ? null : value;
        });
    }

    /** Adds a column of whole numbers that may exceed an {@code int}. */
    public Column<Long> largeNumber(String column) {
        return add(column, ColumnType.LARGE_NUMBER, value -> value, null, (row, label) -> {
            long value = row.getLong(label);
            return row.wasNull() ? null : value;
        });
    }

    /** Adds a column of decimal numbers. */
    public Column<BigDecimal> decimal(String column) {
        return add(column, ColumnType.DECIMAL, value -> value, null, ResultSet::getBigDecimal);
    }

    /** Adds a column of true or false. */
    public Column<Boolean> flag(String column) {
        return add(column, ColumnType.FLAG, value -> value, null, (row, label) -> {
            boolean value = row.getBoolean(label);
            return row.wasNull() ? null : value;
        });
    }

    /** Adds a column of bytes. */
    public Column<byte[]> bytes(String column) {
        return add(column, ColumnType.BYTES, value -> value, null, ResultSet::getBytes);
    }

    /** Adds a column of dates. */
    public Column<LocalDate> date(String column) {
        return add(
                column, ColumnType.DATE, value -> value, null, (row, label) -> row.getObject(label, LocalDate.class));
    }

    /** Adds a column of billing days. */
    public Column<BillingDay> day(String column) {
        return add(column, ColumnType.DATE, BillingDay::date, null, (row, label) -> {
            LocalDate found = row.getObject(label, LocalDate.class);
            return found == null ? null : new BillingDay(found);
        });
    }

    /** Adds a column of billing months, written {@code 2026-11}. */
    public Column<BillingMonth> month(String column) {
        return text(column, BillingMonth::toString, BillingMonth::parse);
    }

    /** Adds a column of workspaces. */
    public Column<WorkspaceId> workspace(String column) {
        return text(column, WorkspaceId::value, WorkspaceId::new);
    }

    /** Adds a column of workspaces that is empty where there is none. */
    public Column<WorkspaceId> workspaceOrEmpty(String column) {
        return textOrEmpty(column, WorkspaceId::value, WorkspaceId::new);
    }

    /** Adds a column of billing accounts. */
    public Column<BillingAccountId> account(String column) {
        return text(column, BillingAccountId::value, BillingAccountId::new);
    }

    /** Adds a column of settlement methods. */
    public Column<SettlementMethod> settlement(String column) {
        return code(column, SettlementMethod::code, SettlementMethod::ofCode);
    }

    /** Adds a column of meters. */
    public Column<Meter> meter(String column) {
        return code(column, Meter::code, Meter::ofCode);
    }

    /** Adds a column of meters that is empty where there is none. */
    public Column<Meter> meterOrEmpty(String column) {
        return textOrEmpty(
                column, Meter::code, code -> Meter.ofCode(code).orElseThrow(() -> unknownCode(column, code)));
    }

    /** Adds a column of currencies, as their ISO 4217 codes. */
    public Column<Currency> currency(String column) {
        return text(column, Currency::getCurrencyCode, Currency::getInstance);
    }

    /**
     * Adds a column of text that the domain knows as a value, such as an id.
     *
     * @param text returns the text of a value
     * @param value returns the value of a text
     */
    public <T> Column<T> text(String column, Function<T, String> text, Function<String, T> value) {
        return add(column, ColumnType.TEXT, text::apply, null, (row, label) -> {
            String found = row.getString(label);
            return found == null ? null : value.apply(found);
        });
    }

    /**
     * Adds a column of text that the domain knows as a value, and that is empty instead of NULL where there is none.
     *
     * @param text returns the text of a value
     * @param value returns the value of a text that is not empty
     */
    public <T> Column<T> textOrEmpty(String column, Function<T, String> text, Function<String, T> value) {
        return add(column, ColumnType.TEXT, text::apply, "", (row, label) -> {
            String found = row.getString(label);
            return found == null || found.isEmpty() ? null : value.apply(found);
        });
    }

    /**
     * Adds a column of codes.
     *
     * @param code returns the code of a constant
     * @param constant returns the constant of a code, if this version of the program has it
     */
    public <T> Column<T> code(String column, Function<T, String> code, Function<String, Optional<T>> constant) {
        return text(column, code, found -> constant.apply(found).orElseThrow(() -> unknownCode(column, found)));
    }

    /**
     * Adds a column of the codes of an enum.
     *
     * @param constants all constants of this version of the program
     * @param code returns the code of a constant
     */
    public <E extends Enum<E>> Column<E> code(String column, E[] constants, Function<E, String> code) {
        Map<String, E> byCode = Stream.of(constants).collect(Collectors.toMap(code, Function.identity()));
        return code(column, code, found -> Optional.ofNullable(byCode.get(found)));
    }

    /** Adds a column of whole numbers of any size. */
    public Column<BigInteger> integer(String column) {
        return add(column, ColumnType.DECIMAL, BigDecimal::new, null, (row, label) -> {
            BigDecimal found = row.getBigDecimal(label);
            return found == null ? null : found.toBigIntegerExact();
        });
    }

    private <T> Column<T> add(
            String column,
            ColumnType type,
            Function<T, Object> toDatabase,
            @Nullable Object none,
            Column.Getter<T> getter) {
        Column<T> added = new Column<>(this, column, columns.size(), type, toDatabase, none, getter);
        columns.add(added);
        return added;
    }

    /** Returns the exception for a code in a column that this version of the program does not know. */
    public static IllegalStateException unknownCode(String column, String code) {
        return new IllegalStateException("Expected a code of this version in column " + column + ", found '" + code
                + "': the database belongs to another version of the program");
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

    /** Returns the cells that digests are made of, in the types that {@link TableRow#digestedCells()} has. */
    public @Nullable Object[] digestedCells(ResultSet row) throws SQLException {
        @Nullable Object[] cells = new @Nullable Object[digested.size()];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = cell(row.getObject(digested.get(i).name()));
        }
        return cells;
    }

    /** Returns a value that JDBC has read in the type in which digests take it. */
    public static @Nullable Object cell(@Nullable Object read) {
        return read instanceof Date date ? date.toLocalDate() : read;
    }

    /** Returns a new row without values. */
    public TableRow row() {
        return new TableRow(this);
    }

    /** Returns the names of the columns, separated by commas, as a SELECT takes them. */
    public String columnList() {
        return names(columns.stream(), ", ", "");
    }

    /** Returns the names of the columns with the alias of the table in a query: {@code p.posting_id, p.amount}. */
    public String columnList(String alias) {
        return columns.stream().map(column -> column.of(alias)).collect(Collectors.joining(", "));
    }

    /** Returns a SELECT of all columns, to which a condition can be appended. */
    public String select() {
        return "SELECT " + columnList() + " FROM " + name;
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
        return new KeyedChange(this, set, key, "").statement();
    }

    /** Returns a DELETE of the rows that are named by these columns. */
    public String delete(List<Column<?>> key) {
        return new KeyedChange(this, List.of(), key, "").statement();
    }

    /** Returns whether the table has no rows. */
    public boolean isEmpty(JdbcTemplate jdbc) {
        return jdbc.queryForList("SELECT 1 FROM " + name + " FETCH FIRST 1 ROWS ONLY")
                .isEmpty();
    }

    /** Inserts the rows in the way that is fastest for the database. Columns without a value become NULL. */
    public void insert(JdbcTemplate jdbc, Collection<TableRow> rows) {
        BulkRows.of(jdbc, rows).insert(jdbc, this, rows);
    }

    /** Inserts a row. Columns without a value become NULL. */
    public void insert(JdbcTemplate jdbc, TableRow row) {
        insert(jdbc, List.of(row));
    }

    /** Updates some columns of the rows that are named by others. No two of the given rows may name the same one. */
    public void update(JdbcTemplate jdbc, List<Column<?>> set, List<Column<?>> key, Collection<TableRow> rows) {
        change(jdbc, new KeyedChange(this, set, key, ""), rows);
    }

    /** Deletes the rows that are named by these columns. */
    public void delete(JdbcTemplate jdbc, List<Column<?>> key, Collection<TableRow> rows) {
        change(jdbc, new KeyedChange(this, List.of(), key, ""), rows);
    }

    /** Changes the rows that the given ones name, in the way that is fastest for the database. */
    void change(JdbcTemplate jdbc, KeyedChange change, Collection<TableRow> rows) {
        BulkRows.of(jdbc, rows).change(jdbc, change, rows);
    }

    /**
     * Executes a statement for each row, in batches; does nothing without rows.
     *
     * @param bound the columns whose values the parameters of the statement are
     * @return the number of rows that the statement changed, for each of the rows
     */
    public int[] execute(JdbcTemplate jdbc, String statement, List<Column<?>> bound, Collection<TableRow> rows) {
        return BatchedRows.execute(jdbc, statement, bound, rows);
    }

    /**
     * Returns the column of that name.
     *
     * @throws IllegalArgumentException if there is none
     */
    Column<?> column(String column) {
        return columns.stream()
                .filter(declared -> declared.name().equals(column))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Expected a column of " + name + ", found " + column));
    }

    private static String names(Stream<Column<?>> columns, String separator, String suffix) {
        return columns.map(column -> column.name() + suffix).collect(Collectors.joining(separator));
    }

    @Override
    public String toString() {
        return name;
    }
}
