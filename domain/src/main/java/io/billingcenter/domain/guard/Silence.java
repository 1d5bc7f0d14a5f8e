package io.billingcenter.domain.guard;

import io.billingcenter.domain.time.BillingDay;
import java.util.Optional;
import java.util.Set;

/**
 * The rule for the silence of a workspace: it has no files on a day, and its last files ended a run of consecutive days
 * with files. A workspace that is silent now and then, or is new, has no such run.
 *
 * @param usualDays number of consecutive days with files after which a day without files is a silence, at least 1
 * @param longestDays number of days after which a silence ends by itself, at least 1
 */
public record Silence(int usualDays, int longestDays) {

    /**
     * Returns the last day with files before the silence that the day belongs to; empty if it belongs to none.
     *
     * @param withFiles days with files of the workspace, at least from {@link #firstDay} up to the day
     */
    public Optional<BillingDay> lastDayBefore(BillingDay day, Set<BillingDay> withFiles) {
        if (withFiles.contains(day)) {
            return Optional.empty();
        }
        for (int back = 1; back <= longestDays; back++) {
            BillingDay last = day.minusDays(back);
            if (withFiles.contains(last)) {
                return endsUsualDays(last, withFiles) ? Optional.of(last) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** Returns the first day that influences the result for a day. */
    public BillingDay firstDay(BillingDay day) {
        return day.minusDays(longestDays + usualDays - 1);
    }

    private boolean endsUsualDays(BillingDay last, Set<BillingDay> withFiles) {
        for (int back = 0; back < usualDays; back++) {
            if (!withFiles.contains(last.minusDays(back))) {
                return false;
            }
        }
        return true;
    }
}
