package io.billingcenter.domain.guard;

import java.math.BigDecimal;
import java.util.List;

/** The middle of amounts, exactly. */
final class Median {

    private static final BigDecimal HALF = new BigDecimal("0.5");

    private Median() {}

    /**
     * The amount in the middle, or half the sum of the two in the middle.
     *
     * @throws IllegalArgumentException when there is no amount
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
