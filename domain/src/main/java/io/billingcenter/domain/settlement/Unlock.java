package io.billingcenter.domain.settlement;

import io.billingcenter.domain.account.BillingAccountId;
import io.billingcenter.domain.time.BillingDay;

/**
 * A decision of the account manager that a locked account may be used again (billing rules 5.7, reading Q22).
 *
 * @param day first billing day on which the account should be open again
 */
public record Unlock(BillingAccountId account, BillingDay day) {}
