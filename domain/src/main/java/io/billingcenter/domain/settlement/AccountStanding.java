package io.billingcenter.domain.settlement;

import static java.time.temporal.ChronoUnit.DAYS;

import io.billingcenter.domain.money.Money;
import io.billingcenter.domain.time.BillingDay;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The standing of an account from day to day (billing rules 5.7, readings Q19 to Q22). Arrears after the bills of a day
 * start a countdown on the next day. Payment within the countdown ends it; otherwise the account is locked, and only
 * the account manager can unlock it.
 */
final class AccountStanding {

    private final LockRules rules;
    private final List<StatePeriod> begun = new ArrayList<>();
    private final List<AccountNotice> notices = new ArrayList<>();
    private @Nullable StatePeriod current;

    /** Resumes the standing from its last period; null if the account was always active. */
    AccountStanding(LockRules rules, @Nullable StatePeriod last) {
        this.rules = rules;
        this.current = last;
    }

    /** Returns whether the mere passing of days can change the standing. */
    boolean isCountedDown() {
        return current != null && current.status() == AccountStatus.COUNTDOWN;
    }

    /** Returns the first day of a period that starts after the given day, or null if there is none. */
    @Nullable
    BillingDay beginsAfter(BillingDay day) {
        return current != null && day.isBefore(current.from()) ? current.from() : null;
    }

    @Nullable
    StatePeriod current() {
        return current;
    }

    List<StatePeriod> begun() {
        return List.copyOf(begun);
    }

    List<AccountNotice> notices() {
        return List.copyOf(notices);
    }

    /**
     * Begins a day, after money received on it has been credited and arrears have been cleared.
     *
     * @param repeated whether the day has been begun before, so that its notices exist already
     */
    void open(BillingDay day, Money owed, boolean repeated, boolean unlock) {
        cure(day, day, owed);
        // A repeated day has already produced the notices of its countdown or lock.
        if (!repeated && current != null && !day.isBefore(current.from())) {
            if (current.status() == AccountStatus.COUNTDOWN) {
                notices.add(new AccountNotice(day, NoticeKind.COUNTDOWN, daysLeft(day, current.from()), owed));
            } else if (current.status() == AccountStatus.LOCKED
                    && current.from().equals(day)) {
                notices.add(new AccountNotice(day, NoticeKind.LOCK, null, owed));
            }
        }
        // Only an account that owes nothing can be unlocked (reading Q22).
        if (unlock && !owed.isZero()) {
            notices.add(new AccountNotice(day, NoticeKind.UNLOCK_REFUSED, null, owed));
        } else if (unlock && current != null && current.status() == AccountStatus.LOCKED) {
            begin(AccountStatus.ACTIVE, day);
            notices.add(new AccountNotice(day, NoticeKind.UNLOCK, null, owed));
        }
    }

    /**
     * Ends a day, after its bills are settled. The resulting changes take effect on the next day, because the usage of
     * this day has already been rated.
     */
    void close(BillingDay day, Money owed) {
        cure(day, day.plusDays(1), owed);
        if (owed.isZero()) {
            return;
        }
        if (current == null || current.status() == AccountStatus.ACTIVE) {
            begin(AccountStatus.COUNTDOWN, day.plusDays(1));
        } else if (current.status() == AccountStatus.COUNTDOWN && !day.isBefore(rules.lastDay(current.from()))) {
            begin(AccountStatus.LOCKED, day.plusDays(1));
        }
    }

    /**
     * Returns the account to active once nothing is owed. A lock that has not started yet is lifted in the same way as
     * a countdown.
     */
    private void cure(BillingDay day, BillingDay from, Money owed) {
        if (current == null || !owed.isZero()) {
            return;
        }
        boolean lockAhead = current.status() == AccountStatus.LOCKED && day.isBefore(current.from());
        if (current.status() == AccountStatus.COUNTDOWN || lockAhead) {
            begin(AccountStatus.ACTIVE, from);
            notices.add(new AccountNotice(day, NoticeKind.CURED, null, owed));
        }
    }

    private int daysLeft(BillingDay day, BillingDay from) {
        return Math.max(
                0, Math.toIntExact(DAYS.between(day.date(), rules.lastDay(from).date())) + 1);
    }

    private void begin(AccountStatus status, BillingDay from) {
        current = new StatePeriod(current == null ? 1 : current.number() + 1, status, from);
        begun.add(current);
    }
}
