package io.billingcenter.domain.settlement;

import io.billingcenter.domain.account.BillingAccountId;
import io.billingcenter.domain.time.BillingDay;

/**
 * The account manager's word that a locked account may go on (billing rules 5.7, reading Q22).
 *
 * @param day first billing day on which it is meant to be open again
 */
public record Unlock(BillingAccountId account, BillingDay day) {}
