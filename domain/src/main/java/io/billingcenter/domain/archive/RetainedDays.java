package io.billingcenter.domain.archive;

import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.time.BillingMonth;

/**
 * The latest billing days, whose details stay in the tables: those on which nights look, and a month before them.
 *
 * @param first the first of these days
 */
public record RetainedDays(BillingDay first) {

    /**
     * Returns the days that stay after the night of a day.
     *
     * @param last last billing day that was read
     * @param daysBefore number of days before it on which nights look: the late window, or what guards compare if that is more
     */
    public static RetainedDays after(BillingDay last, int daysBefore) {
        return new RetainedDays(new BillingDay(last.date().minusDays(daysBefore).minusMonths(1)));
    }

    /** Returns whether a month ends before these days. */
    public boolean areAfter(BillingMonth month) {
        return !first.isBefore(month.endExclusive());
    }
}
