package io.billingcenter.domain.billing;

import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.time.DayRange;
import java.util.Optional;

/**
 * Determines the billing days whose fees a run considers: its own day, and the days of the late window on which fees
 * have been or should have been posted, so that a missed night is made up for. Days before the first posted day are
 * never charged.
 */
public final class FeeDays {

    private FeeDays() {}

    /**
     * Returns the days of a run.
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
