package io.billingcenter.domain.billing;

import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.time.DayRange;
import java.util.Optional;

/**
 * Which days a run looks at for fees: its own, and those of the late window on which fees were posted already or should
 * have been, so that a missed night is made up. What lies before the first day ever posted is not ours to charge.
 */
public final class FeeDays {

    private FeeDays() {}

    /**
     * The days of a run.
     *
     * @param first first day for which fees were ever posted
     */
    public static DayRange of(BillingDay day, int lateWindowDays, Optional<BillingDay> first) {
        BillingDay oldest = day.minusDays(lateWindowDays);
        BillingDay from =
                first.map(known -> known.isBefore(oldest) ? oldest : known).orElse(day);
        return new DayRange(from.isBefore(day) ? from : day, day.plusDays(1));
    }
}
