package io.billingcenter.domain.reference;

import io.billingcenter.domain.time.BillingDay;
import org.jspecify.annotations.Nullable;

/**
 * The part of a row of a reference file that decides whether it is lost.
 *
 * @param key the columns that identify it; a row of which others change is not lost
 * @param end first day on which it is no longer in force; null while that is open
 */
public record ReferenceRow(String key, @Nullable BillingDay end) {

    /** Returns whether it is in force on the day, or will be later. */
    public boolean countsOn(BillingDay day) {
        return end == null || day.isBefore(end);
    }
}
