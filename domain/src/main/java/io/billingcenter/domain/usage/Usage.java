package io.billingcenter.domain.usage;

import java.math.BigDecimal;
import java.util.Comparator;

/**
 * The quantity of a meter at a retention tier.
 *
 * @param quantity quantity in base units; trace has tenths and rum_pv hundredths. Above 0 as metered, and 0 if
 *     nothing of it is left to be charged
 */
public record Usage(MeterTier tier, BigDecimal quantity) {

    /** The order of usage in every file. */
    public static final Comparator<Usage> ORDER = Comparator.comparing(Usage::tier);

    /** The largest quantity that is charged; a larger one holds the workspace-day. */
    private static final BigDecimal LARGEST = BigDecimal.TEN.pow(38);

    /** Returns whether the quantity exceeds the largest one that is charged. */
    public boolean exceedsLimit() {
        return quantity.compareTo(LARGEST) > 0;
    }
}
