package io.billingcenter.domain.money;

import java.util.Currency;

/** Two amounts of different currencies met where only one currency makes sense. */
public final class CurrencyMismatchException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final Currency expected;
    private final Currency found;

    CurrencyMismatchException(Currency expected, Currency found) {
        super("Expected an amount in " + expected + ", found one in " + found);
        this.expected = expected;
        this.found = found;
    }

    /** The currency of the amount that was there first. */
    public Currency expected() {
        return expected;
    }

    /** The currency of the amount that did not fit. */
    public Currency found() {
        return found;
    }
}
