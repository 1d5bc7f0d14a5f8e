package io.billingcenter.domain.invoicing;

import io.billingcenter.domain.account.BillingAccountId;
import io.billingcenter.domain.time.DayRange;

/**
 * The party to which the invoices of a billing account are addressed on some days.
 *
 * @param buyer has a title
 * @param days days on which the profile is in force; those of an account do not overlap
 */
public record InvoiceProfile(BillingAccountId account, Buyer buyer, DayRange days) {

    /** Checks that the buyer has a title. */
    public InvoiceProfile {
        if (!buyer.isKnown()) {
            throw new IllegalArgumentException(
                    "Expected an invoice profile of account " + account + " with a title, found none");
        }
    }
}
