package io.billingcenter.domain.reference;

import io.billingcenter.domain.time.BillingDay;
import org.jspecify.annotations.Nullable;

/**
 * The part of a row of a reference file that decides whether the row is lost.
 *
 * @param key columns that identify the row; a change of any other column is no loss
 * @param end first day on which the row is no longer in force; null if it is open
 */
public record ReferenceRow(String key, @Nullable BillingDay end) {

    /** Returns whether the row is in force on the day or will be later. */
    public boolean countsOn(BillingDay day) {
        return end == null || day.isBefore(end);
    }
}
