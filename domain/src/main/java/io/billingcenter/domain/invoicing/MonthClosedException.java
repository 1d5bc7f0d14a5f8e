package io.billingcenter.domain.invoicing;

import io.billingcenter.domain.time.BillingDay;

/** Thrown on an attempt to post into a month whose invoices are final. */
public final class MonthClosedException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    /** Creates the exception for a posted day in a closed month. */
    public MonthClosedException(BillingDay postedDay) {
        super("Expected an open month to post into, found " + postedDay.month() + " closed: its invoices are final. "
                + "Post under a day of an open month: billing rerun --day <day> --posted-day <day of an open month>, "
                + "or leave it to the next nightly run, which finds it by itself.");
    }
}
