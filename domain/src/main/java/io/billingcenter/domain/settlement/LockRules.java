package io.billingcenter.domain.settlement;

import io.billingcenter.domain.time.BillingDay;

/**
 * When arrears lock an account (readings Q19, Q20).
 *
 * @param countdownDays days an account has to pay, at least 1
 * @param ingestDuringCountdown whether usage is charged during these days; if not, it is held from the first of them
 */
public record LockRules(int countdownDays, boolean ingestDuringCountdown) {

    /** The last day on which a countdown that began on that day can be cured. */
    BillingDay lastDay(BillingDay firstDay) {
        return firstDay.plusDays(countdownDays - 1);
    }

    /** Of countdowns begun by this day it may matter on the given one whether they go on: usage is held, or a lock begins. */
    public BillingDay lastFirstDayThatMatters(BillingDay day) {
        return ingestDuringCountdown ? day.minusDays(countdownDays) : day;
    }

    /** Whether usage is held in that status. */
    boolean holds(AccountStatus status) {
        return status == AccountStatus.LOCKED || status == AccountStatus.COUNTDOWN && !ingestDuringCountdown;
    }
}
