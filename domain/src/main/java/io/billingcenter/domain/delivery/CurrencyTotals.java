package io.billingcenter.domain.delivery;

import io.billingcenter.domain.money.Money;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;

/**
 * Sums of money, kept separately by currency.
 *
 * @param amounts one amount per currency, by currency code
 */
public record CurrencyTotals(List<Money> amounts) {

    /** Adds the amounts up by currency. */
    public CurrencyTotals {
        amounts = sums(amounts);
    }

    /** Returns whether the sums are equal; a missing currency equals a sum of zero. */
    public boolean sameAs(CurrencyTotals other) {
        return withoutZeros().equals(other.withoutZeros());
    }

    private List<Money> withoutZeros() {
        return amounts.stream().filter(amount -> !amount.isZero()).toList();
    }

    private static List<Money> sums(Collection<Money> amounts) {
        TreeMap<String, Money> sums = new TreeMap<>();
        amounts.forEach(amount -> sums.merge(amount.currency().getCurrencyCode(), amount, Money::plus));
        return List.copyOf(sums.values());
    }

    @Override
    public String toString() {
        return amounts.toString();
    }
}
