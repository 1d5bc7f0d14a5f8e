package io.billingcenter.domain.guard;

import io.billingcenter.domain.account.BillingAccountId;
import io.billingcenter.domain.time.BillingDay;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Determines the account-days that are held as unusual from the sums of their accounts. */
public final class AccountGuard {

    /** The sums of usage charges by account, currency and billing day. */
    public static final class Sums {

        private record Key(BillingAccountId account, String currency) {}

        private final Map<Key, NavigableMap<BillingDay, DaySum>> byAccount = new HashMap<>();

        /** Sets the sum of an account-day, replacing an earlier one. */
        public void put(AccountDay day, DaySum sum) {
            byAccount
                    .computeIfAbsent(new Key(day.account(), day.currency()), key -> new TreeMap<>())
                    .put(day.day(), sum);
        }

        private NavigableMap<BillingDay, DaySum> of(AccountDay day) {
            return byAccount.getOrDefault(new Key(day.account(), day.currency()), new TreeMap<>());
        }
    }

    private static final Comparator<AccountDay> OLDEST_FIRST = Comparator.comparing(AccountDay::day)
            .thenComparing(AccountDay::account)
            .thenComparing(AccountDay::currency);

    private final AccountLimits limits;
    private final AccountChanges changes;
    private final Predicate<UnusualDay> consented;

    /**
     * Creates a guard with the given limits.
     *
     * @param changes changes of accounts; an account-day is exempt if its account changed within the days of
     *     history
     * @param consented returns whether a person has consented to the charges of an account-day
     */
    public AccountGuard(AccountLimits limits, AccountChanges changes, Predicate<UnusualDay> consented) {
        this.limits = limits;
        this.changes = changes;
        this.consented = consented;
    }

    /**
     * Returns the account-days to be held, oldest first. A day found unusual is removed from the history of later days,
     * and a day no longer unusual is restored to it.
     *
     * @param days account-days to be checked; one without a sum is no longer charged
     * @param sums sums of the accounts for these days and the days before
     */
    public List<UnusualDay> held(Collection<AccountDay> days, Sums sums) {
        List<UnusualDay> held = new ArrayList<>();
        for (AccountDay day : days.stream().distinct().sorted(OLDEST_FIRST).toList()) {
            DaySum sum = sums.of(day).get(day.day());
            if (sum != null) {
                Optional<UnusualDay> unusual = unusual(day, sum, sums);
                // Days are visited oldest first, so the finding for this day already decides whether it counts as
                // history of the next ones.
                sums.put(day, new DaySum(sum.amount(), unusual.isPresent()));
                unusual.ifPresent(held::add);
            }
        }
        return List.copyOf(held);
    }

    private Optional<UnusualDay> unusual(AccountDay day, DaySum sum, Sums sums) {
        if (changes.within(day.account(), day.day(), limits.historyDays())) {
            return Optional.empty();
        }
        return limits.usualIfExceeded(day.day(), day.currency(), sum.amount(), sums.of(day))
                .map(usual -> new UnusualDay(day, sum.amount(), usual, limits))
                .filter(consented.negate());
    }
}
