package io.billingcenter.domain.settlement;

import io.billingcenter.domain.account.BillingAccountId;
import io.billingcenter.domain.time.BillingDay;
import java.math.BigDecimal;

/**
 * Credit bought in advance. It belongs to the account that bought it and is void once it expires (billing rules 6.2).
 *
 * @param amount face value in the currency of the account
 * @param purchased first day on which the card can pay
 * @param expires first day on which the card is void
 */
public record PrepaidCard(
        String id, BillingAccountId account, BigDecimal amount, BillingDay purchased, BillingDay expires) {

    private static final BigDecimal FACE_STEP = BigDecimal.valueOf(100);

    /** Checks that the face value is above 0 and that the card is valid on at least one day. */
    public PrepaidCard {
        Instruments.requirePositive("prepaid card", id, amount);
        Instruments.requireLifetime("prepaid card", id, purchased, expires);
    }

    /** Returns whether cards of the face value are sold: multiples of 100, at least 100 (billing rules 6.2). */
    public static boolean isFaceValue(BigDecimal amount) {
        return amount.compareTo(FACE_STEP) >= 0 && amount.remainder(FACE_STEP).signum() == 0;
    }
}
