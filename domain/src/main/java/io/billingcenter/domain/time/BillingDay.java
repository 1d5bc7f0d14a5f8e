package io.billingcenter.domain.time;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;

/** A calendar day in a billing zone (billing rules 4.1, reading Q1); written {@code 2026-11-21}. */
public record BillingDay(LocalDate date) implements Comparable<BillingDay> {

    /**
     * Parses the form {@code yyyy-MM-dd}.
     *
     * @throws IllegalArgumentException if the text is not such a day
     */
    public static BillingDay parse(String text) {
        try {
            if (text.length() == 10) {
                return new BillingDay(LocalDate.parse(text));
            }
        } catch (DateTimeParseException e) {
            // reported below, in the same words as a text of the wrong length
        }
        throw new IllegalArgumentException("Expected a day like 2026-11-21, found '" + text + "'");
    }

    /** Returns the instants of this day in the zone. */
    public DaySpan in(ZoneId zone) {
        return new DaySpan(
                date.atStartOfDay(zone).toInstant(),
                date.plusDays(1).atStartOfDay(zone).toInstant());
    }

    /** Returns the month of this day. */
    public BillingMonth month() {
        return new BillingMonth(java.time.YearMonth.from(date));
    }

    /** Returns the day the given number of days later. */
    public BillingDay plusDays(int days) {
        return new BillingDay(date.plusDays(days));
    }

    /** Returns the day the given number of days earlier. */
    public BillingDay minusDays(int days) {
        return new BillingDay(date.minusDays(days));
    }

    /** Returns the anniversary the given number of years later; 29 February becomes 28 February in years without it. */
    public BillingDay plusYears(int years) {
        return new BillingDay(date.plusYears(years));
    }

    /** Returns whether this day is before the other. */
    public boolean isBefore(BillingDay other) {
        return date.isBefore(other.date);
    }

    @Override
    public int compareTo(BillingDay other) {
        return date.compareTo(other.date);
    }

    @Override
    public String toString() {
        return date.toString();
    }
}
