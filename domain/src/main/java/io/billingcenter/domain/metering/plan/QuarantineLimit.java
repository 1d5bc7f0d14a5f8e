package io.billingcenter.domain.metering.plan;

import io.billingcenter.domain.metering.fold.MeteredDay;
import java.math.BigInteger;

/**
 * The limit of quarantined records up to which a workspace-day is charged. Conflicts count as quarantined records.
 *
 * @param count number of quarantined records that is always accepted; negative for no limit
 * @param shareInTenThousand accepted number of quarantined records per 10,000 records
 */
public record QuarantineLimit(long count, long shareInTenThousand) {

    private static final BigInteger TEN_THOUSAND = BigInteger.valueOf(10_000);

    /** Returns whether there is a limit that a workspace-day can exceed. */
    public boolean isSet() {
        return count >= 0;
    }

    /** Returns whether the workspace-day exceeds both the number and the share. */
    public boolean isExceededBy(MeteredDay day) {
        return isExceededBy(day.records(), Math.addExact(day.quarantined(), day.conflicts()), 0);
    }

    /**
     * Returns whether both the number and the share are exceeded. A repaired record counts neither as a record nor as
     * quarantined, because its replacement is counted in the file it was written to.
     *
     * @param records number of all records
     * @param bad number of quarantined records among them
     * @param repaired number of repaired records among the quarantined ones
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
