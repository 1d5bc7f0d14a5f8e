package io.billingcenter.domain.guard;

import java.math.BigDecimal;

/**
 * The amounts that a night is about to post to one account in one currency.
 *
 * @param below adjustments below zero, as a magnitude: at least 0
 * @param above adjustments above zero, without those that a released hold gives
 * @param daysBelow workspace-days with an adjustment below zero
 * @param usage usage charges of the day of the run, held ones included
 * @param newlyHeld usage charges that this night holds as unusual and none held before; 0 for none
 */
public record AccountNight(
        String account, BigDecimal below, BigDecimal above, long daysBelow, BigDecimal usage, BigDecimal newlyHeld) {

    /** An account to which nothing is posted. */
    public static AccountNight none(String account) {
        return new AccountNight(account, BigDecimal.ZERO, BigDecimal.ZERO, 0, BigDecimal.ZERO, BigDecimal.ZERO);
    }

    /** With further adjustments. */
    public AccountNight plusAdjustments(BigDecimal moreBelow, BigDecimal moreAbove, long moreDaysBelow) {
        return new AccountNight(
                account, below.add(moreBelow), above.add(moreAbove), daysBelow + moreDaysBelow, usage, newlyHeld);
    }

    /** With further usage charges of the day of the run. */
    public AccountNight plusUsage(BigDecimal more) {
        return new AccountNight(account, below, above, daysBelow, usage.add(more), newlyHeld);
    }

    /** With further charges that are newly held. */
    public AccountNight plusNewlyHeld(BigDecimal more) {
        return new AccountNight(account, below, above, daysBelow, usage, newlyHeld.add(more));
    }
}
