package io.billingcenter.benchmarks.comparison;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Thrown when the two sides have different results, so that their speed cannot be compared. */
public final class DifferentRowsException extends RuntimeException {

    private static final int MAX_SHOWN = 10;

    /** Creates an exception with a message that names the difference. */
    DifferentRowsException(String message) {
        super(message);
    }

    /**
     * Compares the rows of both sides, in any order.
     *
     * @throws DifferentRowsException if a row is on one side only, or twice on one side; the message names such rows
     */
    public static void requireSame(Collection<MeasureRow> suite, Collection<MeasureRow> duckDb) {
        List<MeasureRow> left = new ArrayList<>(suite);
        List<MeasureRow> right = new ArrayList<>(duckDb);
        left.sort(null);
        right.sort(null);
        if (!left.equals(right)) {
            throw new DifferentRowsException("Expected the same measures on both sides, found " + left.size()
                    + " rows of the suite and " + right.size() + " of DuckDB; only the suite has "
                    + difference(left, right) + "; only DuckDB has " + difference(right, left));
        }
    }

    private static String difference(List<MeasureRow> rows, List<MeasureRow> others) {
        Set<MeasureRow> only = new TreeSet<>(rows);
        others.forEach(only::remove);
        List<MeasureRow> shown = only.stream().limit(MAX_SHOWN).toList();
        return only.size() + " rows: " + shown;
    }
}
