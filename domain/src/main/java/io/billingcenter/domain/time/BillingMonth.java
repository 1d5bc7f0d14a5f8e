package io.billingcenter.domain.time;

import java.time.YearMonth;
import java.time.format.DateTimeParseException;

/** A calendar month of billing days; written {@code 2026-11}. */
public record BillingMonth(YearMonth month) implements Comparable<BillingMonth> {

    /**
     * Reads {@code yyyy-MM}.
     *
     * @throws IllegalArgumentException when the text is no such month
     */
    public static BillingMonth parse(String text) {
        try {
            if (text.length() == 7) {
                return new BillingMonth(YearMonth.parse(text));
            }
        } catch (DateTimeParseException e) {
            // told below, in the same words as for a text of the wrong length
        }
        throw new IllegalArgumentException("Expected a month like 2026-11, found '" + text + "'");
    }

    /** The first day of the month. */
    public BillingDay firstDay() {
        return new BillingDay(month.atDay(1));
    }

    /** The first day that no longer belongs to the month. */
    public BillingDay endExclusive() {
        return new BillingDay(month.plusMonths(1).atDay(1));
    }

    /** The first day on which the month may be closed: the 3rd of the next one (billing rules 4.1). */
    public BillingDay firstClosingDay() {
        return endExclusive().plusDays(2);
    }

    @Override
    public int compareTo(BillingMonth other) {
        return month.compareTo(other.month);
    }

    @Override
    public String toString() {
        return month.toString();
    }
}
