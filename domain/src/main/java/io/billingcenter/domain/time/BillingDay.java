package io.billingcenter.domain.time;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;

/** A calendar day in a billing zone (billing rules 4.1, reading Q1); written {@code 2026-11-21}. */
public record BillingDay(LocalDate date) implements Comparable<BillingDay> {

    /**
     * Reads {@code yyyy-MM-dd}.
     *
     * @throws IllegalArgumentException when the text is no such day
     */
    public static BillingDay parse(String text) {
        try {
            if (text.length() == 10) {
                return new BillingDay(LocalDate.parse(text));
            }
        } catch (DateTimeParseException e) {
            // told below, in the same words as for a text of the wrong length
        }
        throw new IllegalArgumentException("Expected a day like 2026-11-21, found '" + text + "'");
    }

    /** The instants of this day in the zone. */
    public DaySpan in(ZoneId zone) {
        return new DaySpan(
                date.atStartOfDay(zone).toInstant(),
                date.plusDays(1).atStartOfDay(zone).toInstant());
    }

    /** The month in which this day lies. */
    public BillingMonth month() {
        return new BillingMonth(java.time.YearMonth.from(date));
    }

    /** The day that many days later. */
    public BillingDay plusDays(int days) {
        return new BillingDay(date.plusDays(days));
    }

    /** The day that many days earlier. */
    public BillingDay minusDays(int days) {
        return new BillingDay(date.minusDays(days));
    }

    /** The anniversary that many years later; of 29 February it is 28 February where there is no 29th. */
    public BillingDay plusYears(int years) {
        return new BillingDay(date.plusYears(years));
    }

    /** Whether this day lies before the other. */
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
