package io.billingcenter.domain.guard;

import java.math.BigDecimal;
import java.util.List;

/** Calculates exact medians of amounts. */
final class Median {

    private static final BigDecimal HALF = new BigDecimal("0.5");

    private Median() {}

    /**
     * Returns the median: the middle amount, or the mean of the two middle ones.
     *
     * @throws IllegalArgumentException if there is no amount
     */
    static BigDecimal of(List<BigDecimal> amounts) {
        if (amounts.isEmpty()) {
            throw new IllegalArgumentException("Expected at least one amount, found none");
        }
        List<BigDecimal> sorted = amounts.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1
                ? sorted.get(middle)
                : sorted.get(middle - 1).add(sorted.get(middle)).multiply(HALF);
    }
}
