package io.billingcenter.domain.document;

import io.billingcenter.domain.money.ExactAmount;
import io.billingcenter.domain.money.Money;
import java.math.BigDecimal;

/**
 * A line of an e-invoice, whose net amount is quantity x price, rounded, and the difference of rounding.
 *
 * @param name name of the item
 * @param description what else is known of it
 * @param quantity below zero where an invoice takes back
 * @param price price of one, zero or above
 * @param net net amount of the line
 */
public record ElectronicLine(String name, String description, BigDecimal quantity, BigDecimal price, Money net) {

    /** Checks that the price is not below zero. */
    public ElectronicLine {
        if (price.signum() < 0) {
            throw new IllegalArgumentException(
                    "Expected a price of zero or above for " + name + ", found " + price.toPlainString());
        }
    }

    /** Returns a line of one piece for an amount that is no product of quantity and price. */
    public static ElectronicLine ofAmount(String name, String description, Money net) {
        BigDecimal one = net.isNegative() ? BigDecimal.ONE.negate() : BigDecimal.ONE;
        return new ElectronicLine(name, description, one, net.amount().abs(), net);
    }

    /** Returns the part of the net amount that rounding day by day has added. */
    public Money roundingDifference() {
        return net.minus(new ExactAmount(net.currency(), quantity.multiply(price)).round());
    }
}
