package io.billingcenter.domain.money;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/** An unrounded amount with all its decimals: quantity / unit x price of a line. */
public record ExactAmount(Currency currency, BigDecimal value) {

    /**
     * Rounds the amount half up on the magnitude to the digits of the currency; this is the only place where money is
     * rounded (reading Q4).
     */
    public Money round() {
        return new Money(currency, value.setScale(currency.getDefaultFractionDigits(), RoundingMode.HALF_UP));
    }
}
