package io.billingcenter.domain.delivery;

import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.time.BillingMonth;
import java.util.List;

/** What a set of finance files is for: a billing day, written {@code 2026-11-21}, or a billing month, {@code 2026-11}. */
public sealed interface DeliveryPeriod extends Comparable<DeliveryPeriod> {

    /** The files of such a period, in the order in which they are written. */
    List<DeliveredFile> files();

    /** The first day that belongs to the period. */
    BillingDay firstDay();

    /** The first day that no longer belongs to the period. */
    BillingDay endExclusive();

    /**
     * Reads the written form.
     *
     * @throws IllegalArgumentException when the text is neither a day nor a month
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

    /** By end: a month comes after its days. */
    @Override
    default int compareTo(DeliveryPeriod other) {
        int byEnd = endExclusive().compareTo(other.endExclusive());
        return byEnd != 0 ? byEnd : other.firstDay().compareTo(firstDay());
    }

    /** A billing day: its usage, holds, notices and alerts, and what was posted under it. */
    record OfDay(BillingDay day) implements DeliveryPeriod {

        @Override
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

    /** A billing month: its invoices. */
    record OfMonth(BillingMonth month) implements DeliveryPeriod {

        @Override
        public List<DeliveredFile> files() {
            return List.of(DeliveredFile.INVOICES, DeliveredFile.INVOICE_LINES);
        }

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
