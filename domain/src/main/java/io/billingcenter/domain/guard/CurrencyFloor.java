package io.billingcenter.domain.guard;

import java.math.BigDecimal;

/**
 * An amount of money that must be exceeded before a guard reports anything; currencies other than USD use the CNY
 * figure.
 *
 * @param cny amount in CNY and in currencies that have none of their own
 * @param usd amount in USD
 */
public record CurrencyFloor(BigDecimal cny, BigDecimal usd) {

    /** The amount in the currency with that ISO code. */
    public BigDecimal in(String currency) {
        return currency.equals("USD") ? usd : cny;
    }
}
