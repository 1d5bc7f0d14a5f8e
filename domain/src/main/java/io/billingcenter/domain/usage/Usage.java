package io.billingcenter.domain.usage;

import java.math.BigDecimal;
import java.util.Comparator;

/**
 * The quantity of a meter at a retention tier.
 *
 * @param quantity in base units; trace keeps tenths and rum_pv hundredths. Above 0 as it is metered, 0 where nothing of it
 *     is left to be charged
 */
public record Usage(MeterTier tier, BigDecimal quantity) {

    /** The order of every file. */
    public static final Comparator<Usage> ORDER = Comparator.comparing(Usage::tier);

    /** The largest quantity that is charged; one above it holds the workspace-day. */
    private static final BigDecimal LARGEST = BigDecimal.TEN.pow(38);

    /** Whether the quantity is beyond what can be charged. */
    public boolean exceedsLimit() {
        return quantity.compareTo(LARGEST) > 0;
    }
}
