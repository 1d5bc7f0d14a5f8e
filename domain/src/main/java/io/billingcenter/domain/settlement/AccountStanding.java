package io.billingcenter.domain.settlement;

import static java.time.temporal.ChronoUnit.DAYS;

import io.billingcenter.domain.money.Money;
import io.billingcenter.domain.time.BillingDay;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an account stands from day to day (billing rules 5.7, readings Q19 to Q22): arrears after the bills of a day begin a
 * countdown on the next one; paid in time it ends, else the account is locked, and only the account manager unlocks it.
 */
final class AccountStanding {

    private final LockRules rules;
    private final List<StatePeriod> begun = new ArrayList<>();
    private final List<AccountNotice> notices = new ArrayList<>();
    private @Nullable StatePeriod current;

    /** A standing that goes on from its last period; null when the account was always active. */
    AccountStanding(LockRules rules, @Nullable StatePeriod last) {
        this.rules = rules;
        this.current = last;
    }

    /** Whether something becomes of it by the mere passing of days. */
    boolean isCountedDown() {
        return current != null && current.status() == AccountStatus.COUNTDOWN;
    }

    /** The first day of a period that has yet to begin after that day, if there is one. */
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
     * The beginning of a day, after what was paid in and cleared.
     *
     * @param repeated whether the day was begun before
     */
    void open(BillingDay day, Money owed, boolean repeated, boolean unlock) {
        cure(day, day, owed);
        if (!repeated && current != null && !day.isBefore(current.from())) {
            if (current.status() == AccountStatus.COUNTDOWN) {
                notices.add(new AccountNotice(day, NoticeKind.COUNTDOWN, daysLeft(day, current.from()), owed));
            } else if (current.status() == AccountStatus.LOCKED
                    && current.from().equals(day)) {
                notices.add(new AccountNotice(day, NoticeKind.LOCK, null, owed));
            }
        }
        if (unlock && !owed.isZero()) {
            notices.add(new AccountNotice(day, NoticeKind.UNLOCK_REFUSED, null, owed));
        } else if (unlock && current != null && current.status() == AccountStatus.LOCKED) {
            begin(AccountStatus.ACTIVE, day);
            notices.add(new AccountNotice(day, NoticeKind.UNLOCK, null, owed));
        }
    }

    /** The end of a day, after its bills. What they changed counts from the next day on: the day's usage was rated before. */
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

    /** A lock that has yet to begin is cured like a countdown. */
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
