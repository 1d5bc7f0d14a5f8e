package io.billingcenter.domain.settlement;

import io.billingcenter.domain.time.BillingDay;
import java.math.BigDecimal;

/** Checks shared by all instruments and recharges. */
final class Instruments {

    private Instruments() {}

    static void requirePositive(String kind, String id, BigDecimal amount) {
        if (amount.signum() <= 0) {
            throw new IllegalArgumentException(
                    "Expected an amount above 0 for " + kind + " " + id + ", found " + amount.toPlainString());
        }
    }

    static void requireLifetime(String kind, String id, BillingDay from, BillingDay expires) {
        if (!from.isBefore(expires)) {
            throw new IllegalArgumentException(
                    "Expected " + kind + " " + id + " to expire after " + from + ", found " + expires);
        }
    }
}
