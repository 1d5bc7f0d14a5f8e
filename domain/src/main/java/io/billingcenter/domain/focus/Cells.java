package io.billingcenter.domain.focus;

import java.math.BigDecimal;

/** Writes values as cells. */
public final class Cells {

    private static final String ZERO = "0";

    private Cells() {}

    /** Returns a number without needless zeros and without an exponent. */
    public static String decimal(BigDecimal number) {
        if (number.signum() == 0) {
            return ZERO;
        }
        return number.scale() <= 0
                ? number.toPlainString()
                : number.stripTrailingZeros().toPlainString();
    }
}
