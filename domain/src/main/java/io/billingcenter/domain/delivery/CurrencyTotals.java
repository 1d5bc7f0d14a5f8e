package io.billingcenter.domain.delivery;

import io.billingcenter.domain.money.Money;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;

/**
 * Sums of money that never mix currencies.
 *
 * @param amounts one for each currency, by currency code
 */
public record CurrencyTotals(List<Money> amounts) {

    /** Adds the amounts up by currency. */
    public CurrencyTotals {
        amounts = sums(amounts);
    }

    /** Whether the sums are the same; a currency that is missing is the same as nothing in it. */
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
