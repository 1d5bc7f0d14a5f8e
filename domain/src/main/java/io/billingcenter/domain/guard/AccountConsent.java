package io.billingcenter.domain.guard;

import io.billingcenter.domain.time.BillingDay;

/**
 * A consent to the increased charges of an account.
 *
 * @param from first billing day covered
 * @param until last billing day covered
 */
public record AccountConsent(String account, BillingDay from, BillingDay until) {

    /** Returns whether the consent covers the charges of the account for the billing day. */
    public boolean covers(String other, BillingDay day) {
        return account.equals(other) && !day.isBefore(from) && !until.isBefore(day);
    }
}
