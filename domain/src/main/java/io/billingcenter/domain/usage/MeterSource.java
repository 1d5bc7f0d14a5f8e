package io.billingcenter.domain.usage;

import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * A measure that can decide the quantity of a meter.
 *
 * @param digits how many digits of the measure stand behind the point: a tenth of the spans, a hundredth of RUM events
 */
public record MeterSource(Measure measure, int digits) {

    /** The quantity that so much of the measure makes. */
    public BigDecimal quantity(BigInteger value) {
        return new BigDecimal(value, digits);
    }
}
