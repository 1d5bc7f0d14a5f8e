package io.billingcenter.domain.guard;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Amounts of money as the messages of guards print them. */
final class AmountText {

    private static final int DECIMALS = 2;

    private AmountText() {}

    /** The amount with two decimals after its currency, like {@code CNY 1000.00}. */
    static String of(String currency, BigDecimal amount) {
        return currency + " " + amount.setScale(DECIMALS, RoundingMode.HALF_UP).toPlainString();
    }
}
