package io.billingcenter.readers.files.reference;

import io.billingcenter.readers.files.csv.Cell;
import io.billingcenter.readers.files.csv.CsvRow;
import io.billingcenter.readers.files.csv.CsvTable;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The ids for which a file has rows, well-formed or not: a row that is refused for another reason still counts as
 * present.
 *
 * @param complete whether all rows were readable; if not, an id may be in a row that could not be read
 */
record KnownIds(String file, Set<String> texts, boolean complete) {

    static KnownIds of(String file, CsvTable table, String column) {
        return of(file, table, row -> row.text(column));
    }

    /** Returns the ids that each row gives in more than one column. */
    static KnownIds of(String file, CsvTable table, Function<CsvRow, String> id) {
        Set<String> texts = table.rows().stream().map(id).collect(Collectors.toUnmodifiableSet());
        return new KnownIds(file, texts, table.complete());
    }

    /** Refuses an id for which the file has no row. */
    <T> Cell<T> require(Cell<T> cell) {
        return cell.require(this::contains, "one that has a row in " + file);
    }

    boolean contains(Object id) {
        return !complete || texts.contains(id.toString());
    }
}
