package io.billingcenter.samples.oracle;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Countdown and lock of accounts that owe (billing rules 5.7, readings Q19 to Q22). */
final class Locks {

    private static final LocalDate NEVER = LocalDate.MIN;

    /** Where an account stands at the end of the last settled day. */
    private static final class Standing {
        private int moments;
        private LocalDate at = NEVER;
        private boolean locked;
        private LocalDate owesSince = NEVER;
        private final Map<LocalDate, Boolean> lockedOn = new TreeMap<>();
    }

    private final Rules rules;
    private final Map<String, Standing> standings = new HashMap<>();
    private final Map<String, Ledger> ledgers = new HashMap<>();

    Locks(Rules rules) {
        this.rules = rules;
    }

    /** Follows what was settled now. */
    void settled(String account, Ledger ledger, LocalDate last) {
        ledgers.put(account, ledger);
        Standing standing = standings.computeIfAbsent(account, any -> new Standing());
        for (Ledger.Moment moment : ledger.moments.subList(standing.moments, ledger.moments.size())) {
            passDays(standing, moment.day());
            boolean paid = moment.opening().sign() == 0;
            standing.owesSince = paid ? NEVER : standing.owesSince;
            standing.locked = standing.locked && !(paid && moment.unlock());
            boolean stillPaid = moment.closing().sign() == 0;
            if (stillPaid) {
                standing.owesSince = NEVER;
            } else if (!standing.locked && standing.owesSince.equals(NEVER)) {
                standing.owesSince = moment.day();
            }
            standing.lockedOn.put(moment.day(), standing.locked);
        }
        standing.moments = ledger.moments.size();
        passDays(standing, last);
    }

    private void passDays(Standing standing, LocalDate until) {
        standing.at = standing.at.equals(NEVER) ? until.minusDays(1) : standing.at;
        for (LocalDate day = standing.at.plusDays(1); !day.isAfter(until); day = day.plusDays(1)) {
            standing.locked = isLockedLater(standing, day);
            standing.owesSince = standing.locked ? NEVER : standing.owesSince;
            standing.lockedOn.put(day, standing.locked);
            standing.at = day;
        }
    }

    /** What becomes of it by the mere passing of days. */
    private boolean isLockedLater(Standing standing, LocalDate day) {
        return standing.locked
                || !standing.owesSince.equals(NEVER) && day.isAfter(standing.owesSince.plusDays(rules.countdownDays()));
    }

    /** Whether usage of a day is held because of the account. */
    boolean isLocked(String account, LocalDate day) {
        Standing standing = standings.get(account);
        if (standing == null) {
            return false;
        }
        return day.isAfter(standing.at) ? isLockedLater(standing, day) : standing.lockedOn.getOrDefault(day, false);
    }

    /** Returns whether an account has cash, cards or vouchers when a day begins (reading Q21). */
    boolean hasFunds(String account, LocalDate day) {
        Ledger ledger = ledgers.get(account);
        return ledger != null && ledger.hasFunds(day);
    }
}
