package io.billingcenter.domain.settlement;

import io.billingcenter.domain.account.BillingAccountId;
import io.billingcenter.domain.time.BillingDay;
import java.math.BigDecimal;

/**
 * Cash paid into the wallet of an account (billing rules 6.2).
 *
 * @param amount amount in the currency of the account, above 0
 * @param day first billing day on which the cash can pay
 */
public record Recharge(String id, BillingAccountId account, BigDecimal amount, BillingDay day) {

    /** Checks that the amount is above 0. */
    public Recharge {
        Instruments.requirePositive("recharge", id, amount);
    }
}
