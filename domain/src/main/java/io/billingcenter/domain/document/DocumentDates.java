package io.billingcenter.domain.document;

import io.billingcenter.domain.time.BillingDay;
import org.jspecify.annotations.Nullable;

/**
 * The dates of a document; null as long as they are not known.
 *
 * @param issued date of the document
 * @param due last day of payment
 */
public record DocumentDates(
        @Nullable BillingDay issued, @Nullable BillingDay due) {

    /** The dates of a draft. */
    public static final DocumentDates NONE = new DocumentDates(null, null);
}
