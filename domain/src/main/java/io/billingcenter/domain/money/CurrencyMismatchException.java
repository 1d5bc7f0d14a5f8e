package io.billingcenter.domain.money;

import java.util.Currency;

/** Thrown when an operation is applied to amounts of different currencies. */
public final class CurrencyMismatchException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final Currency expected;
    private final Currency found;

    CurrencyMismatchException(Currency expected, Currency found) {
        super("Expected an amount in " + expected + ", found one in " + found);
        this.expected = expected;
        this.found = found;
    }

    /** Returns the currency of the first amount. */
    public Currency expected() {
        return expected;
    }

    /** Returns the currency of the other amount. */
    public Currency found() {
        return found;
    }
}
