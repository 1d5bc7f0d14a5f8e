package io.billingcenter.domain.settlement;

import io.billingcenter.domain.time.BillingDay;

/**
 * The rules by which arrears lock an account (readings Q19, Q20).
 *
 * @param countdownDays days that an account has to pay, at least 1
 * @param ingestDuringCountdown whether usage is charged during the countdown; if not, it is held from its first day
 */
public record LockRules(int countdownDays, boolean ingestDuringCountdown) {

    /** Returns the last day on which a countdown that started on the given day can be ended by payment. */
    BillingDay lastDay(BillingDay firstDay) {
        return firstDay.plusDays(countdownDays - 1);
    }

    /**
     * Returns the latest start of a countdown that can matter on the given day, because usage is held or a lock starts.
     * Countdowns that started later have no effect yet.
     */
    public BillingDay lastRelevantStart(BillingDay day) {
        return ingestDuringCountdown ? day.minusDays(countdownDays) : day;
    }

    /** Returns whether usage is held in the given status. */
    boolean holds(AccountStatus status) {
        return status == AccountStatus.LOCKED || status == AccountStatus.COUNTDOWN && !ingestDuringCountdown;
    }
}
