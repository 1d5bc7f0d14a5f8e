package io.billingcenter.readers.tables.reconciliation;

import io.billingcenter.domain.reconciliation.ControlLevel;
import io.billingcenter.domain.reconciliation.ReconciliationResult;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** The comparison of two sums at each of many places: their total, or else the first of the places that differ. */
final class ComparedSums {

    private static final int MOST = 1_000;

    private record Difference(String place, BigDecimal left, BigDecimal right) {}

    private final ControlLevel level;
    private final List<Difference> differences = new ArrayList<>();
    private long places;
    private BigDecimal sum = BigDecimal.ZERO;

    ComparedSums(ControlLevel level) {
        this.level = level;
    }

    /**
     * Compares the sums at a place.
     *
     * @param name gives the name of the place, if it differs
     */
    void add(Supplier<String> name, BigDecimal left, BigDecimal right) {
        places++;
        sum = sum.add(left);
        if (left.compareTo(right) != 0 && differences.size() < MOST) {
            differences.add(new Difference(name.get(), left, right));
        }
    }

    /** Adds the comparison to a result. */
    void addTo(ReconciliationResult result) {
        if (differences.isEmpty()) {
            result.equal(level, places, sum);
        }
        differences.forEach(found -> result.compare(level, found.place(), found.left(), found.right()));
    }
}
