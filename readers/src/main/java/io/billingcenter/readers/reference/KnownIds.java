package io.billingcenter.readers.reference;

import io.billingcenter.readers.csv.Cell;
import io.billingcenter.readers.csv.CsvTable;
import java.util.Set;

/**
 * The ids for which a file has rows, well-formed or not: a row that is refused for another reason is still there.
 *
 * @param complete whether all rows are known; without that an id may be in a row that could not be read
 */
record KnownIds(String file, Set<String> texts, boolean complete) {

    static KnownIds of(String file, CsvTable table, String column) {
        return new KnownIds(file, table.texts(column), table.complete());
    }

    /** Refuses an id for which the file has no row. */
    <T> Cell<T> require(Cell<T> cell) {
        return cell.require(this::contains, "one that has a row in " + file);
    }

    boolean contains(Object id) {
        return !complete || texts.contains(id.toString());
    }
}
