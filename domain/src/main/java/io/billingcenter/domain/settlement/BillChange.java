package io.billingcenter.domain.settlement;

import java.util.Comparator;
import java.util.List;

/**
 * A daily bill that has changed since it was settled, or that was never settled.
 *
 * @param settlements number of earlier settlements of the bill
 * @param lines lines that have changed; lines of new shares, even if they amount to nothing; and the lines of
 *     {@code reversals}
 * @param reversals payments made by an attempt that did not finish. They are returned first and then made again, so
 *     their amounts are part of the changes of the lines
 */
public record BillChange(BillKey key, int settlements, List<BillLine> lines, List<LineSource> reversals) {

    /** Sorts and copies the lines, and orders the reversals from the newest to the oldest payment. */
    public BillChange {
        lines = lines.stream().sorted(Comparator.comparing(BillLine::key)).toList();
        reversals = reversals.stream().sorted(LineSource.NEWEST_FIRST).toList();
    }

    /** Creates a change that reverses no payment. */
    public BillChange(BillKey key, int settlements, List<BillLine> lines) {
        this(key, settlements, lines, List.of());
    }
}
