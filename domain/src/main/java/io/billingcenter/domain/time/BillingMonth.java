package io.billingcenter.domain.time;

import java.time.YearMonth;
import java.time.format.DateTimeParseException;

/** A calendar month of billing days; written {@code 2026-11}. */
public record BillingMonth(YearMonth month) implements Comparable<BillingMonth> {

    /**
     * Parses the form {@code yyyy-MM}.
     *
     * @throws IllegalArgumentException if the text is not such a month
     */
    public static BillingMonth parse(String text) {
        try {
            if (text.length() == 7) {
                return new BillingMonth(YearMonth.parse(text));
            }
        } catch (DateTimeParseException e) {
            // reported below, in the same words as a text of the wrong length
        }
        throw new IllegalArgumentException("Expected a month like 2026-11, found '" + text + "'");
    }

    /** Returns the first day of the month. */
    public BillingDay firstDay() {
        return new BillingDay(month.atDay(1));
    }

    /** Returns the first day after the month. */
    public BillingDay endExclusive() {
        return new BillingDay(month.plusMonths(1).atDay(1));
    }

    /** Returns the first day on which the month can be closed: the 3rd of the next month (billing rules 4.1). */
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
