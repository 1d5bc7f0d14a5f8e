package io.billingcenter.readers.files.reference;

import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.readers.files.csv.Cell;
import io.billingcenter.readers.files.csv.CsvRow;
import io.billingcenter.readers.files.csv.ValueType;

/**
 * The first day and the expiry of a voucher, card or other asset, in two columns.
 *
 * @param from first day
 * @param expires first day on which it is void
 */
record LifetimeCells(Cell<BillingDay> from, Cell<BillingDay> expires) {

    /** Reads both columns and refuses an expiry that is not after the first day. */
    static LifetimeCells read(CsvRow row, String fromColumn, String expiresColumn) {
        Cell<BillingDay> from = row.cell(fromColumn, ValueType.DAY);
        Cell<BillingDay> expires = row.cell(expiresColumn, ValueType.DAY)
                .require(end -> from.value().isEmpty() || from.get().isBefore(end), "a day after '" + fromColumn + "'");
        return new LifetimeCells(from, expires);
    }
}
