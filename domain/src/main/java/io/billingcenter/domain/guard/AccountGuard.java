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

/** Finds the account-days that are held as unusual, from the sums of their accounts. */
public final class AccountGuard {

    /** Sums of usage charges by account, currency and billing day. */
    public static final class Sums {

        private record Key(BillingAccountId account, String currency) {}

        private final Map<Key, NavigableMap<BillingDay, DaySum>> byAccount = new HashMap<>();

        /** Adds the sum of an account-day, in place of an earlier one. */
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
     * A guard with these limits.
     *
     * @param changes accounts that changed within the days of history are left out
     * @param consented whether a person consented to the charges of an account-day
     */
    public AccountGuard(AccountLimits limits, AccountChanges changes, Predicate<UnusualDay> consented) {
        this.limits = limits;
        this.changes = changes;
        this.consented = consented;
    }

    /**
     * Returns the account-days that are held, oldest first. Days that are found unusual here do not count as history of
     * later ones; days that no longer are do.
     *
     * @param days account-days that are looked at; one without a sum is not charged any more
     * @param sums sums of their accounts, of these days and of those before
     */
    public List<UnusualDay> held(Collection<AccountDay> days, Sums sums) {
        List<UnusualDay> held = new ArrayList<>();
        for (AccountDay day : days.stream().distinct().sorted(OLDEST_FIRST).toList()) {
            DaySum sum = sums.of(day).get(day.day());
            if (sum != null) {
                Optional<UnusualDay> unusual = unusual(day, sum, sums);
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
