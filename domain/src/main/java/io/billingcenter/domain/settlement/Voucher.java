package io.billingcenter.domain.settlement;

import io.billingcenter.domain.account.BillingAccountId;
import io.billingcenter.domain.time.BillingDay;
import java.math.BigDecimal;

/**
 * A grant that pays eligible lines until it expires; never returned (billing rules 6.2).
 *
 * @param amount face value in the currency of the account
 * @param activated first day on which it may pay
 * @param expires first day on which it is void
 */
public record Voucher(
        String id,
        BillingAccountId account,
        VoucherKind kind,
        BigDecimal amount,
        BillingDay activated,
        BillingDay expires) {

    /** Checks that there is something to spend and a day to spend it on. */
    public Voucher {
        Instruments.requirePositive("voucher", id, amount);
        Instruments.requireLifetime("voucher", id, activated, expires);
    }
}
