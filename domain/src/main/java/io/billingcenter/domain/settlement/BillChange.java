package io.billingcenter.domain.settlement;

import java.util.Comparator;
import java.util.List;

/**
 * A daily bill that has changed since it was settled, or was never settled.
 *
 * @param settlements how often it was settled before
 * @param lines those that have changed, and those of shares that are new, also of nothing
 */
public record BillChange(BillKey key, int settlements, List<BillLine> lines) {

    /** Keeps a sorted copy of the lines. */
    public BillChange {
        lines = lines.stream().sorted(Comparator.comparing(BillLine::key)).toList();
    }
}
