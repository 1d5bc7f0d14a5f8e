package io.billingcenter.domain.guard;

import io.billingcenter.domain.time.BillingDay;
import java.util.Optional;
import java.util.Set;

/**
 * The rule by which a workspace is silent on a day: it has no files, and the last day before it that has some ends a row of
 * days with files. A workspace that is silent now and then, or is new, has no such row.
 *
 * @param usualDays days with files in a row after which a day without any is a silence, at least 1
 * @param longestDays days after which a silence ends by itself, at least 1
 */
public record Silence(int usualDays, int longestDays) {

    /**
     * The last day with files before the silence that the day belongs to; empty when it belongs to none.
     *
     * @param withFiles days with files of the workspace, at least those of {@link #firstDay} to the day
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

    /** The first day that has to be looked at for a day. */
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
