package io.billingcenter.domain.billing;

import io.billingcenter.domain.money.ExactAmount;
import io.billingcenter.domain.money.Money;
import java.math.BigDecimal;

/**
 * An amount owed by agreement and not by usage: the price of a package, a traffic pack, a subscription, a licence or
 * its maintenance (billing rules 2.6, 8).
 *
 * @param kind kind of its first posting
 * @param quantity quantity in base units
 * @param unitPrice price of one unit
 */
public record Fee(FeeKey key, PostingKind kind, BigDecimal quantity, BigDecimal unitPrice) {

    /** Returns the rounded amount. */
    public Money amount() {
        BigDecimal units = quantity.divide(BigDecimal.valueOf(key.unit()));
        return new ExactAmount(key.currency(), units.multiply(unitPrice)).round();
    }
}
