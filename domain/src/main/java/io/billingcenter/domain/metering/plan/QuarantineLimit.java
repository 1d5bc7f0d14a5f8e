package io.billingcenter.domain.metering.plan;

import io.billingcenter.domain.metering.fold.MeteredDay;
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
        return isExceededBy(day.records(), Math.addExact(day.quarantined(), day.conflicts()), 0);
    }

    /**
     * Whether there are more bad records than both figures accept. A repaired one counts neither as bad nor as a record:
     * its mended record is counted where it was put.
     *
     * @param records all records
     * @param bad those of them that are bad
     * @param repaired those of the bad ones that were repaired
     */
    public boolean isExceededBy(long records, long bad, long repaired) {
        long left = bad - repaired;
        if (count < 0 || left <= count) {
            return false;
        }
        BigInteger accepted = BigInteger.valueOf(records - repaired).multiply(BigInteger.valueOf(shareInTenThousand));
        return BigInteger.valueOf(left).multiply(TEN_THOUSAND).compareTo(accepted) > 0;
    }
}
