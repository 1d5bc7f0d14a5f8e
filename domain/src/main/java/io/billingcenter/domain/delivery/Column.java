package io.billingcenter.domain.delivery;

/**
 * A column of a finance file.
 *
 * @param name as it stands in the header
 * @param key whether the rows are sorted by it; the key columns sort in the order in which they stand
 */
public record Column(String name, ColumnType type, boolean key) {

    static Column key(String name, ColumnType type) {
        return new Column(name, type, true);
    }

    static Column of(String name, ColumnType type) {
        return new Column(name, type, false);
    }
}
