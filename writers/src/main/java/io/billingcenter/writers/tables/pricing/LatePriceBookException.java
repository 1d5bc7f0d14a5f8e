package io.billingcenter.writers.tables.pricing;

import io.billingcenter.domain.time.BillingDay;

/** A price book was added that would change the price of days already charged. */
public final class LatePriceBookException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    LatePriceBookException(BillingDay version, BillingDay charged) {
        super("Expected price book " + version + " to begin after the last day charged, found charges on " + charged
                + "; a book never changes days already charged: name it by " + charged.plusDays(1)
                + " or a later day, or take it away and agree contract prices with the accounts it was meant for");
    }
}
