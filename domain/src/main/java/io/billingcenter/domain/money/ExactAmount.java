package io.billingcenter.domain.money;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/** An amount with all its decimals: quantity / unit x price, before the line is rounded. */
public record ExactAmount(Currency currency, BigDecimal value) {

    /** The only rounding on the way of money: half up on the magnitude, to the currency's digits (reading Q4). */
    public Money round() {
        return new Money(currency, value.setScale(currency.getDefaultFractionDigits(), RoundingMode.HALF_UP));
    }
}
