package io.billingcenter.domain.guard;

import java.math.BigDecimal;

/**
 * An amount of money that must be exceeded before a guard reports anything. Currencies other than USD use the CNY
 * amount.
 *
 * @param cny amount in CNY and in all currencies without an amount of their own
 * @param usd amount in USD
 */
public record CurrencyFloor(BigDecimal cny, BigDecimal usd) {

    /** Returns the amount in the currency with the given ISO code. */
    public BigDecimal in(String currency) {
        return currency.equals("USD") ? usd : cny;
    }
}
