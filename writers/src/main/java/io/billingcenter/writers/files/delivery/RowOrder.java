package io.billingcenter.writers.files.delivery;

import io.billingcenter.domain.delivery.DeliveredColumn;
import io.billingcenter.domain.delivery.DeliveredFile;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Refuses rows that are not sorted by the key columns: texts by code point, numbers by value, empty cells first. It
 * detects a database whose collation sorts texts differently.
 */
final class RowOrder {

    private final DeliveredFile file;
    private @Nullable List<@Nullable Object> previous;

    RowOrder(DeliveredFile file) {
        this.file = file;
    }

    void next(List<@Nullable Object> row) {
        if (previous != null && compare(previous, row) > 0) {
            throw new DeliveryException("Expected the rows of " + file.fileName() + " sorted by its key columns, found "
                    + row + " after " + previous
                    + "; nothing was published. Make the database's text columns compare by"
                    + " code point, as the migrations do, then repeat");
        }
        previous = row;
    }

    private int compare(List<@Nullable Object> one, List<@Nullable Object> other) {
        List<DeliveredColumn> columns = file.columns();
        int order = 0;
        for (int i = 0; order == 0 && i < columns.size(); i++) {
            if (columns.get(i).key()) {
                order = compareCells(one.get(i), other.get(i));
            }
        }
        return order;
    }

    // Cells of a column have the same class, so they are comparable with each other.
    @SuppressWarnings("unchecked")
    private static int compareCells(@Nullable Object one, @Nullable Object other) {
        if (one == null || other == null) {
            return Boolean.compare(one != null, other != null);
        }
        return ((Comparable<Object>) one).compareTo(other);
    }
}
