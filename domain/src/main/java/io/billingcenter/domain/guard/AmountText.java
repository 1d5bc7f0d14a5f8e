package io.billingcenter.domain.guard;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Formats amounts of money for the messages of guards. */
final class AmountText {

    private static final int DECIMALS = 2;

    private AmountText() {}

    /** Returns the amount with two decimals after its currency, such as {@code CNY 1000.00}. */
    static String of(String currency, BigDecimal amount) {
        return currency + " " + amount.setScale(DECIMALS, RoundingMode.HALF_UP).toPlainString();
    }
}
