package io.billingcenter.readers.files.csv;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** One row of a {@link CsvTable}, which remembers if any of its cells was refused. */
public final class CsvRow {

    private final CsvFormat format;
    private final int line;
    private final List<String> fields;
    private final Problems problems;
    private boolean good = true;

    CsvRow(CsvFormat format, int line, List<String> fields, Problems problems) {
        this.format = format;
        this.line = line;
        this.fields = fields;
        this.problems = problems;
    }

    /** Returns the physical line on which the row starts, from 1. */
    public int line() {
        return line;
    }

    /** Returns the text in a column of the header. */
    public String text(String column) {
        return fields.get(format.columns().indexOf(column));
    }

    /** Returns the value in a column, and refuses a text that is not such a value. */
    public <T> Cell<T> cell(String column, ValueType<T> type) {
        Optional<T> value = type.read(text(column));
        if (value.isEmpty()) {
            refuse(column, type.expected());
        }
        return new Cell<>(this, column, value);
    }

    /** Returns the value in a column that may be empty. */
    public <T> Cell<Optional<T>> optionalCell(String column, ValueType<T> type) {
        return text(column).isEmpty()
                ? new Cell<>(this, column, Optional.of(Optional.empty()))
                : cell(column, type).map(Optional::of);
    }

    /**
     * Reports that the text in a column is wrong.
     *
     * @param expected description of a correct text
     */
    public void refuse(String column, String expected) {
        good = false;
        problems.add(new Problem(format.file(), line, column, text(column), expected));
    }

    /** Returns the fact of this row, or nothing if any of its cells was refused. */
    public <T> Optional<T> fact(Supplier<T> fact) {
        return good ? Optional.of(fact.get()) : Optional.empty();
    }
}
