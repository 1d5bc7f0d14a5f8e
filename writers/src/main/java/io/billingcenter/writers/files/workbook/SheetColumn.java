package io.billingcenter.writers.files.workbook;

import io.billingcenter.domain.delivery.ColumnType;
import io.billingcenter.domain.delivery.DeliveredColumn;

/**
 * A column of a sheet.
 *
 * @param width in characters
 */
public record SheetColumn(String name, int width) {

    private static final int NARROW = 12;
    private static final int WIDE = 24;
    private static final int MARGIN = 3;

    /** Returns the column of a delivered file. */
    public static SheetColumn of(DeliveredColumn column) {
        int content = column.type() == ColumnType.TEXT ? WIDE : NARROW;
        return new SheetColumn(column.name(), Math.max(content, column.name().length() + MARGIN));
    }

    /** Returns a column of texts or numbers under a short name. */
    public static SheetColumn of(String name) {
        return new SheetColumn(name, Math.max(NARROW, name.length() + MARGIN));
    }
}
