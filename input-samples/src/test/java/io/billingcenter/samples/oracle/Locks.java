package io.billingcenter.samples.oracle;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Countdown and lock of accounts that owe (billing rules 5.7, readings Q19 to Q22). */
final class Locks {

    /** Where an account stands at the end of a day, and when the countdown began. */
    private record State(boolean locked, LocalDate owesSince) {}

    private static final LocalDate NEVER = LocalDate.MIN;

    private final Rules rules;
    private final Map<String, TreeMap<LocalDate, State>> states = new HashMap<>();
    private final Map<String, TreeMap<LocalDate, Fraction>> owed = new HashMap<>();

    Locks(Rules rules) {
        this.rules = rules;
    }

    /** Walks the days that were settled now. */
    void settled(String account, Ledger ledger, LocalDate last, Reference reference) {
        owed.put(account, ledger.arrears);
        walk(account, last, reference);
    }

    /** Whether usage of a day is held because of the account. */
    boolean isLocked(String account, LocalDate day, Reference reference) {
        TreeMap<LocalDate, State> known = states.get(account);
        if (known == null || known.isEmpty() || known.firstKey().isAfter(day)) {
            return false;
        }
        TreeMap<LocalDate, State> copy = new TreeMap<>(known);
        State state = stateOf(copy, account, day, reference);
        boolean counting = !state.owesSince().equals(NEVER) && state.owesSince().isBefore(day);
        return state.locked() || counting && !rules.ingestDuringCountdown();
    }

    private void walk(String account, LocalDate last, Reference reference) {
        TreeMap<LocalDate, State> known = states.computeIfAbsent(account, any -> new TreeMap<>());
        TreeMap<LocalDate, Fraction> arrears = owed.get(account);
        if (known.isEmpty() && !arrears.isEmpty()) {
            known.put(arrears.firstKey().minusDays(1), new State(false, NEVER));
        }
        if (!known.isEmpty()) {
            stateOf(known, account, last, reference);
        }
    }

    private State stateOf(TreeMap<LocalDate, State> known, String account, LocalDate day, Reference reference) {
        for (LocalDate next = known.lastKey().plusDays(1); !next.isAfter(day); next = next.plusDays(1)) {
            known.put(next, next(known.lastEntry().getValue(), account, next, reference));
        }
        return known.get(day);
    }

    private State next(State before, String account, LocalDate day, Reference reference) {
        Map.Entry<LocalDate, Fraction> entry = owed.get(account).floorEntry(day);
        boolean owes = entry != null && entry.getValue().sign() > 0;
        boolean locked = before.locked()
                || !before.owesSince().equals(NEVER)
                        && day.isAfter(before.owesSince().plusDays(rules.countdownDays()));
        if (locked) {
            boolean unlocked = !owes
                    && reference.unlocks.stream()
                            .anyMatch(unlock ->
                                    unlock.account().equals(account) && unlock.day().equals(day));
            return new State(!unlocked, NEVER);
        }
        if (!owes) {
            return new State(false, NEVER);
        }
        return new State(false, before.owesSince().equals(NEVER) ? day : before.owesSince());
    }
}
