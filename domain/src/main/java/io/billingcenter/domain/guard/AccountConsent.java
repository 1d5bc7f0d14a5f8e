package io.billingcenter.domain.guard;

import io.billingcenter.domain.time.BillingDay;

/**
 * Consent to the charges of an account that has grown.
 *
 * @param from first billing day that it covers
 * @param until last billing day that it covers
 */
public record AccountConsent(String account, BillingDay from, BillingDay until) {

    /** Returns whether it covers the charges of that account for that billing day. */
    public boolean covers(String other, BillingDay day) {
        return account.equals(other) && !day.isBefore(from) && !until.isBefore(day);
    }
}
