package io.billingcenter.readers.files.reference;

import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.time.DayRange;
import io.billingcenter.readers.files.csv.Cell;
import io.billingcenter.readers.files.csv.CsvRow;
import io.billingcenter.readers.files.csv.ValueType;
import java.util.Optional;

/**
 * A half-open range of billing days in two columns.
 *
 * @param from first day
 * @param to first day after the range; an open range has none
 */
record DayRangeCells(Cell<BillingDay> from, Cell<Optional<BillingDay>> to) {

    /** Reads both columns and refuses an empty range. */
    static DayRangeCells read(CsvRow row, String fromColumn, String toColumn) {
        Cell<BillingDay> from = row.cell(fromColumn, ValueType.DAY);
        Cell<Optional<BillingDay>> to = row.optionalCell(toColumn, ValueType.DAY)
                .require(
                        end -> end.isEmpty()
                                || from.value().isEmpty()
                                || from.get().isBefore(end.get()),
                        "a day after '" + fromColumn + "' (it no longer belongs to the range), or nothing");
        return new DayRangeCells(from, to);
    }

    /** Returns the range of an accepted row. */
    DayRange get() {
        return new DayRange(from.get(), to.get().orElse(null));
    }
}
