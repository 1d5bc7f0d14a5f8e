package io.billingcenter.domain.settlement;

import java.util.Comparator;
import java.util.List;

/**
 * A daily bill that has changed since it was settled, or was never settled.
 *
 * @param settlements how often it was settled before
 * @param lines those that have changed, and those of shares that are new, also of nothing; and those of {@code anew}
 * @param anew what an attempt that did not finish paid of the bill: it is given back first and then paid anew, so that its
 *     amounts are part of the changes of the lines
 */
public record BillChange(BillKey key, int settlements, List<BillLine> lines, List<LineSource> anew) {

    /** Keeps a sorted copy of the lines, and the payments with the newest first. */
    public BillChange {
        lines = lines.stream().sorted(Comparator.comparing(BillLine::key)).toList();
        anew = anew.stream().sorted(LineSource.NEWEST_FIRST).toList();
    }

    /** A change of which nothing is paid anew. */
    public BillChange(BillKey key, int settlements, List<BillLine> lines) {
        this(key, settlements, lines, List.of());
    }
}
