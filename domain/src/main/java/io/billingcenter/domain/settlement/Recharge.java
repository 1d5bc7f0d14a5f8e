package io.billingcenter.domain.settlement;

import io.billingcenter.domain.account.BillingAccountId;
import io.billingcenter.domain.time.BillingDay;
import java.math.BigDecimal;

/**
 * Cash paid into the wallet of an account (billing rules 6.2).
 *
 * @param amount in the currency of the account
 * @param day from which it may pay
 */
public record Recharge(String id, BillingAccountId account, BigDecimal amount, BillingDay day) {

    /** Checks that something was paid in. */
    public Recharge {
        Instruments.requirePositive("recharge", id, amount);
    }
}
