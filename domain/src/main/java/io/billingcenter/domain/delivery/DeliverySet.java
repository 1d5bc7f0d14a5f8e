package io.billingcenter.domain.delivery;

import io.billingcenter.domain.time.BillingMonth;

/**
 * The files of one kind that are made of a closed month, written {@code 2026-11/documents}. A set has revisions of its own, so
 * that the CSV files of the month and the other sets stay as they are when it changes or cannot be made.
 */
public record DeliverySet(BillingMonth month, SetKind kind) {

    private static final char SEPARATOR = '/';

    /** Returns whether the text is the written form of a set and not that of a day or month. */
    public static boolean isWrittenAs(String text) {
        return text.indexOf(SEPARATOR) >= 0;
    }

    /**
     * Parses the written form.
     *
     * @throws IllegalArgumentException if the text is no set
     */
    public static DeliverySet parse(String text) {
        int separator = text.indexOf(SEPARATOR);
        if (separator < 0) {
            throw new IllegalArgumentException("Expected a set like 2026-11/documents, found '" + text + "'");
        }
        return new DeliverySet(
                BillingMonth.parse(text.substring(0, separator)), SetKind.ofCode(text.substring(separator + 1)));
    }

    @Override
    public String toString() {
        return month.toString() + SEPARATOR + kind.code();
    }
}
