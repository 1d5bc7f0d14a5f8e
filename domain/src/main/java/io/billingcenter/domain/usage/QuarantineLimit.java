package io.billingcenter.domain.usage;

import java.math.BigInteger;

/**
 * How many bad records a workspace-day may have and still be charged. A conflicting record is a bad one, too.
 *
 * @param count bad records that are accepted; negative for any number
 * @param shareInTenThousand bad records in ten thousand that are accepted
 */
public record QuarantineLimit(long count, long shareInTenThousand) {

    private static final BigInteger TEN_THOUSAND = BigInteger.valueOf(10_000);

    /** Whether the workspace-day has more bad records than both figures accept. */
    public boolean isExceededBy(MeteredDay day) {
        long bad = Math.addExact(day.quarantined(), day.conflicts());
        if (count < 0 || bad <= count) {
            return false;
        }
        BigInteger accepted = BigInteger.valueOf(day.records()).multiply(BigInteger.valueOf(shareInTenThousand));
        return BigInteger.valueOf(bad).multiply(TEN_THOUSAND).compareTo(accepted) > 0;
    }
}
