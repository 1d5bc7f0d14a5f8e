package io.billingcenter.domain.delivery;

/**
 * A column of a delivered file.
 *
 * @param name name in the header
 * @param key whether the rows are sorted by the column; key columns sort in their order
 */
public record Column(String name, ColumnType type, boolean key) {

    static Column key(String name, ColumnType type) {
        return new Column(name, type, true);
    }

    static Column of(String name, ColumnType type) {
        return new Column(name, type, false);
    }
}
