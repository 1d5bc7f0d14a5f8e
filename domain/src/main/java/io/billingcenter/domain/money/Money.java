package io.billingcenter.domain.money;

import java.math.BigDecimal;
import java.util.Currency;

/**
 * An amount in one currency with exactly the minor digits of that currency, as it appears on a line, a bill or an
 * invoice.
 *
 * <p>This class never rounds; an exact amount becomes money only through {@link ExactAmount#round()}.
 */
public record Money(Currency currency, BigDecimal amount) implements Comparable<Money> {

    /** Checks that the amount has exactly the digits of the currency. */
    public Money {
        if (amount.scale() != currency.getDefaultFractionDigits()) {
            throw new IllegalArgumentException("Expected an amount with " + currency.getDefaultFractionDigits()
                    + " decimals for " + currency + ", found " + amount.toPlainString());
        }
    }

    /**
     * Returns the amount as money.
     *
     * @throws ArithmeticException if the amount has more decimals than the currency
     */
    public static Money of(Currency currency, BigDecimal amount) {
        return new Money(currency, amount.setScale(currency.getDefaultFractionDigits()));
    }

    /** Returns zero in the given currency. */
    public static Money zero(Currency currency) {
        return of(currency, BigDecimal.ZERO);
    }

    /**
     * Returns the sum.
     *
     * @throws CurrencyMismatchException if the currencies differ
     */
    public Money plus(Money other) {
        requireSameCurrency(other);
        return new Money(currency, amount.add(other.amount));
    }

    /**
     * Returns the difference.
     *
     * @throws CurrencyMismatchException if the currencies differ
     */
    public Money minus(Money other) {
        return plus(other.negated());
    }

    /** Returns the amount with the opposite sign. */
    public Money negated() {
        return new Money(currency, amount.negate());
    }

    /** Returns whether the amount is above zero. */
    public boolean isPositive() {
        return amount.signum() > 0;
    }

    /** Returns whether the amount is below zero. */
    public boolean isNegative() {
        return amount.signum() < 0;
    }

    /**
     * Returns the smaller of both amounts.
     *
     * @throws CurrencyMismatchException if the currencies differ
     */
    public Money min(Money other) {
        return compareTo(other) <= 0 ? this : other;
    }

    /** Returns whether the amount is zero. */
    public boolean isZero() {
        return amount.signum() == 0;
    }

    @Override
    public int compareTo(Money other) {
        requireSameCurrency(other);
        return amount.compareTo(other.amount);
    }

    @Override
    public String toString() {
        return currency + " " + amount.toPlainString();
    }

    private void requireSameCurrency(Money other) {
        if (!currency.equals(other.currency)) {
            throw new CurrencyMismatchException(currency, other.currency);
        }
    }
}
