package io.billingcenter.domain.delivery;

/**
 * A column of a delivered file.
 *
 * @param name the name in the header
 * @param type the type of its cells
 * @param unit the unit of its numbers
 * @param meaning the meaning of its cells, as a sentence for receivers
 * @param key whether the rows are sorted by it; the key columns sort in the order in which they stand
 */
public record DeliveredColumn(String name, ColumnType type, ColumnUnit unit, String meaning, boolean key) {

    static DeliveredColumn key(String name, ColumnType type, String meaning) {
        return key(name, type, ColumnUnit.NONE, meaning);
    }

    static DeliveredColumn key(String name, ColumnType type, ColumnUnit unit, String meaning) {
        return new DeliveredColumn(name, type, unit, meaning, true);
    }

    static DeliveredColumn of(String name, ColumnType type, String meaning) {
        return of(name, type, ColumnUnit.NONE, meaning);
    }

    static DeliveredColumn of(String name, ColumnType type, ColumnUnit unit, String meaning) {
        return new DeliveredColumn(name, type, unit, meaning, false);
    }
}
