package io.billingcenter.domain.guard;

import io.billingcenter.domain.account.BillingAccountId;
import io.billingcenter.domain.time.BillingDay;

/**
 * A billing day of an account.
 *
 * @param currency ISO code of the currency in which it is charged
 */
public record AccountDay(BillingAccountId account, String currency, BillingDay day) {}
