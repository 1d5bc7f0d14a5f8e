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
        String text = number.toPlainString();
        if (number.scale() <= 0) {
            return text;
        }
        // Cutting the text costs a fraction of what the division of large numbers does.
        int end = text.length();
        while (text.charAt(end - 1) == '0') {
            end--;
        }
        return text.substring(0, text.charAt(end - 1) == '.' ? end - 1 : end);
    }
}
