package io.billingcenter.readers.files.csv;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** The typed value in a column of a row; empty if the text there was refused. */
public final class Cell<T> {

    private final CsvRow row;
    private final String column;
    private final Optional<T> value;

    Cell(CsvRow row, String column, Optional<T> value) {
        this.row = row;
        this.column = column;
        this.value = value;
    }

    /** Returns the value, or an empty result if the text was refused. */
    public Optional<T> value() {
        return value;
    }

    /**
     * Returns the value of an accepted cell.
     *
     * @throws java.util.NoSuchElementException if the text was refused; {@link CsvRow#fact} never calls this method in
     *     that case
     */
    public T get() {
        return value.orElseThrow();
    }

    /** Refuses a value that is well-formed but not allowed here. */
    public Cell<T> require(Predicate<? super T> allowed, String expected) {
        if (value.isEmpty() || allowed.test(value.get())) {
            return this;
        }
        row.refuse(column, expected);
        return new Cell<>(row, column, Optional.empty());
    }

    /** Returns this cell with its value converted by the function. */
    public <R> Cell<R> map(Function<? super T, ? extends R> mapper) {
        return new Cell<>(row, column, value.map(mapper));
    }

    /** Returns the physical line of the row, from 1. */
    public int line() {
        return row.line();
    }
}
