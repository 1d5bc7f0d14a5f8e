package io.billingcenter.domain.money;

import java.math.BigDecimal;
import java.util.Currency;

/**
 * An amount of one currency with exactly the currency's minor digits: what stands on a line, a bill or an invoice.
 *
 * <p>There is no way to round here; an exact amount becomes money by {@link ExactAmount#round()} only.
 */
public record Money(Currency currency, BigDecimal amount) implements Comparable<Money> {

    /** Checks that the amount has no more and no fewer digits than the currency. */
    public Money {
        if (amount.scale() != currency.getDefaultFractionDigits()) {
            throw new IllegalArgumentException("Expected an amount with " + currency.getDefaultFractionDigits()
                    + " decimals for " + currency + ", found " + amount.toPlainString());
        }
    }

    /**
     * The amount as money.
     *
     * @throws ArithmeticException when the amount has more decimals than the currency
     */
    public static Money of(Currency currency, BigDecimal amount) {
        return new Money(currency, amount.setScale(currency.getDefaultFractionDigits()));
    }

    /** Nothing, in the given currency. */
    public static Money zero(Currency currency) {
        return of(currency, BigDecimal.ZERO);
    }

    /** The sum; both must have the same currency. */
    public Money plus(Money other) {
        requireSameCurrency(other);
        return new Money(currency, amount.add(other.amount));
    }

    /** The difference; both must have the same currency. */
    public Money minus(Money other) {
        return plus(other.negated());
    }

    /** The same amount with the other sign. */
    public Money negated() {
        return new Money(currency, amount.negate());
    }

    /** Whether this is above nothing. */
    public boolean isPositive() {
        return amount.signum() > 0;
    }

    /** Whether this is below nothing. */
    public boolean isNegative() {
        return amount.signum() < 0;
    }

    /** The smaller of both; both must have the same currency. */
    public Money min(Money other) {
        return compareTo(other) <= 0 ? this : other;
    }

    /** Whether this is neither owed nor credited. */
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
