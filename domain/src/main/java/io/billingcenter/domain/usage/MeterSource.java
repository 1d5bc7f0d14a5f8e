package io.billingcenter.domain.usage;

import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * A measure that can determine the quantity of a meter.
 *
 * @param digits number of decimal places that the measure contributes to the quantity: 1 for a tenth of the spans,
 *     2 for a hundredth of the RUM events
 */
public record MeterSource(Measure measure, int digits) {

    /** Returns the quantity that corresponds to a value of the measure. */
    public BigDecimal quantity(BigInteger value) {
        return new BigDecimal(value, digits);
    }
}
