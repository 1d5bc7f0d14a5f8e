package io.billingcenter.domain.time;

import org.jspecify.annotations.Nullable;

/**
 * A range of billing days from {@code from}, inclusive, to {@code to}, exclusive; a null {@code to} means that the
 * range is open.
 */
public record DayRange(BillingDay from, @Nullable BillingDay to) {

    /** Checks that the range is not empty. */
    public DayRange {
        if (to != null && !from.isBefore(to)) {
            throw new IllegalArgumentException("Expected 'to' after 'from' (half-open), found " + from + " to " + to);
        }
    }

    /** Returns whether the day is in the range. */
    public boolean contains(BillingDay day) {
        return !day.isBefore(from) && (to == null || day.isBefore(to));
    }

    /** Returns whether both ranges have a day in common. */
    public boolean overlaps(DayRange other) {
        return (other.to == null || from.isBefore(other.to)) && (to == null || other.from.isBefore(to));
    }

    @Override
    public String toString() {
        return "[" + from + "," + (to == null ? "" : to) + ")";
    }
}
