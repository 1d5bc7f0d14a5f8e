package io.billingcenter.domain.guard;

import io.billingcenter.domain.account.BillingAccountId;
import io.billingcenter.domain.time.BillingDay;

/**
 * A billing day of an account in one currency.
 *
 * @param currency ISO code of the currency of the charges
 */
public record AccountDay(BillingAccountId account, String currency, BillingDay day) {}
