package io.billingcenter.domain.settlement;

import io.billingcenter.domain.account.BillingAccountId;
import io.billingcenter.domain.time.BillingDay;
import java.math.BigDecimal;

/**
 * A grant that pays eligible lines until it expires; it is never paid out (billing rules 6.2).
 *
 * @param amount face value in the currency of the account
 * @param activated first day on which the voucher can pay
 * @param expires first day on which the voucher is void
 */
public record Voucher(
        String id,
        BillingAccountId account,
        VoucherKind kind,
        BigDecimal amount,
        BillingDay activated,
        BillingDay expires) {

    /** Checks that the face value is above 0 and that the voucher is valid on at least one day. */
    public Voucher {
        Instruments.requirePositive("voucher", id, amount);
        Instruments.requireLifetime("voucher", id, activated, expires);
    }
}
