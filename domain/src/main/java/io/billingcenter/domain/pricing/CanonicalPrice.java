package io.billingcenter.domain.pricing;

import java.math.BigDecimal;

/** One form for one price, wherever it comes from: equal prices are equal objects and print the same. */
final class CanonicalPrice {

    private static final int MOST_DECIMALS = 7;

    private CanonicalPrice() {}

    /**
     * The price without needless zeros.
     *
     * @throws IllegalArgumentException when it is negative or has more than 7 decimals
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
