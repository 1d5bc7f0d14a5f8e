package io.billingcenter.domain.delivery;

import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.time.BillingMonth;
import java.util.List;

/**
 * The period of a set of delivered files: a billing day, written {@code 2026-11-21}, or a billing month, {@code
 * 2026-11}.
 */
public sealed interface DeliveryPeriod extends Comparable<DeliveryPeriod> {

    /** Returns the first day of the period. */
    BillingDay firstDay();

    /** Returns the first day after the period. */
    BillingDay endExclusive();

    /**
     * Parses the written form.
     *
     * @throws IllegalArgumentException if the text is neither a day nor a month
     */
    static DeliveryPeriod parse(String text) {
        try {
            return text.length() == "2026-11".length()
                    ? new OfMonth(BillingMonth.parse(text))
                    : new OfDay(BillingDay.parse(text));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "Expected a day like 2026-11-21 or a month like 2026-11, found '" + text + "'", e);
        }
    }

    /** Compares by end, so that a month comes after its days. */
    @Override
    default int compareTo(DeliveryPeriod other) {
        int byEnd = endExclusive().compareTo(other.endExclusive());
        return byEnd != 0 ? byEnd : other.firstDay().compareTo(firstDay());
    }

    /** A billing day: its usage, holds, notices and alerts, and the postings made under it. */
    record OfDay(BillingDay day) implements DeliveryPeriod {

        /** Returns the files of every day, in the order in which they are written. */
        public List<DeliveredFile> files() {
            return List.of(
                    DeliveredFile.USAGE,
                    DeliveredFile.BILL_LINES,
                    DeliveredFile.SETTLEMENT,
                    DeliveredFile.HOLDS,
                    DeliveredFile.NOTICES,
                    DeliveredFile.FREE_USAGE,
                    DeliveredFile.ALERTS,
                    DeliveredFile.BILL_DETAILS);
        }

        @Override
        public BillingDay firstDay() {
            return day;
        }

        @Override
        public BillingDay endExclusive() {
            return day.plusDays(1);
        }

        @Override
        public String toString() {
            return day.toString();
        }
    }

    /** A billing month with its invoices; its files depend on the {@link InvoiceLayout} with which it was closed. */
    record OfMonth(BillingMonth month) implements DeliveryPeriod {

        @Override
        public BillingDay firstDay() {
            return month.firstDay();
        }

        @Override
        public BillingDay endExclusive() {
            return month.endExclusive();
        }

        @Override
        public String toString() {
            return month.toString();
        }
    }
}
