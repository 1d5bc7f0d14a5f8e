package io.billingcenter.domain.pricing;

import java.math.BigDecimal;

/** The canonical form of prices: equal prices are equal objects and print the same. */
final class CanonicalPrice {

    private static final int MOST_DECIMALS = 7;

    private CanonicalPrice() {}

    /**
     * Returns the price without trailing zeros.
     *
     * @throws IllegalArgumentException if the price is negative or has more than 7 decimals
     */
    static BigDecimal of(BigDecimal price) {
        BigDecimal stripped = price.stripTrailingZeros();
        if (price.signum() < 0 || stripped.scale() > MOST_DECIMALS) {
            throw new IllegalArgumentException("Expected a price of at least 0 with at most " + MOST_DECIMALS
                    + " decimals, found " + price.toPlainString());
        }
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
