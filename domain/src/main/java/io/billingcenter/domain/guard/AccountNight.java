package io.billingcenter.domain.guard;

import java.math.BigDecimal;

/**
 * The amounts that a night is about to post to one account in one currency.
 *
 * @param below total of the adjustments below zero, as a magnitude of at least 0
 * @param above total of the adjustments above zero, without those caused by a released hold
 * @param daysBelow number of workspace-days with an adjustment below zero
 * @param usage usage charges of the day of the run, including held ones
 * @param newlyHeld usage charges that this night is the first to hold as unusual; 0 if there are none
 */
public record AccountNight(
        String account, BigDecimal below, BigDecimal above, long daysBelow, BigDecimal usage, BigDecimal newlyHeld) {

    /** Returns an account without any postings. */
    public static AccountNight none(String account) {
        return new AccountNight(account, BigDecimal.ZERO, BigDecimal.ZERO, 0, BigDecimal.ZERO, BigDecimal.ZERO);
    }

    /** Returns the amounts with additional adjustments. */
    public AccountNight plusAdjustments(BigDecimal moreBelow, BigDecimal moreAbove, long moreDaysBelow) {
        return new AccountNight(
                account, below.add(moreBelow), above.add(moreAbove), daysBelow + moreDaysBelow, usage, newlyHeld);
    }

    /** Returns the amounts with additional usage charges of the day of the run. */
    public AccountNight plusUsage(BigDecimal more) {
        return new AccountNight(account, below, above, daysBelow, usage.add(more), newlyHeld);
    }

    /** Returns the amounts with additional newly held charges. */
    public AccountNight plusNewlyHeld(BigDecimal more) {
        return new AccountNight(account, below, above, daysBelow, usage, newlyHeld.add(more));
    }
}
