package io.billingcenter.readers.files.csv;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** A value in a column of a row, or the lack of one when the text there was refused. */
public final class Cell<T> {

    private final CsvRow row;
    private final String column;
    private final Optional<T> value;

    Cell(CsvRow row, String column, Optional<T> value) {
        this.row = row;
        this.column = column;
        this.value = value;
    }

    /** The value, unless the text was refused. */
    public Optional<T> value() {
        return value;
    }

    /**
     * The value of a good cell.
     *
     * @throws java.util.NoSuchElementException when the text was refused; {@link CsvRow#fact} never comes here then
     */
    public T get() {
        return value.orElseThrow();
    }

    /** Refuses a value that is well-formed and still not allowed here. */
    public Cell<T> require(Predicate<? super T> allowed, String expected) {
        if (value.isEmpty() || allowed.test(value.get())) {
            return this;
        }
        row.refuse(column, expected);
        return new Cell<>(row, column, Optional.empty());
    }

    /** The same cell with its value as something else. */
    public <R> Cell<R> map(Function<? super T, ? extends R> mapper) {
        return new Cell<>(row, column, value.map(mapper));
    }

    /** The physical line of the row. */
    public int line() {
        return row.line();
    }
}
