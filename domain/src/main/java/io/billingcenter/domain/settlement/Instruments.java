package io.billingcenter.domain.settlement;

import io.billingcenter.domain.time.BillingDay;
import java.math.BigDecimal;

/** Checks shared by all instruments and recharges. */
final class Instruments {

    private Instruments() {}

    static void requirePositive(String what, String id, BigDecimal amount) {
        if (amount.signum() <= 0) {
            throw new IllegalArgumentException(
                    "Expected an amount above 0 for " + what + " " + id + ", found " + amount.toPlainString());
        }
    }

    static void requireLifetime(String what, String id, BillingDay from, BillingDay expires) {
        if (!from.isBefore(expires)) {
            throw new IllegalArgumentException(
                    "Expected " + what + " " + id + " to expire after " + from + ", found " + expires);
        }
    }
}
