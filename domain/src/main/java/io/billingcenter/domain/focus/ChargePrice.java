package io.billingcenter.domain.focus;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A quantity of an item and its prices.
 *
 * @param consumed measured quantity; null for what was bought and not used
 * @param quantity quantity in units of the price; below zero takes back
 * @param listPrice public price of a unit
 * @param price agreed price of a unit
 */
public record ChargePrice(
        ChargeSku sku, @Nullable BigDecimal consumed, BigDecimal quantity, BigDecimal listPrice, BigDecimal price) {

    /** Returns the exact cost at the public price. */
    public BigDecimal listCost() {
        return listPrice.multiply(quantity);
    }

    /** Returns the exact cost at the agreed price. */
    public BigDecimal cost() {
        return price.multiply(quantity);
    }

    /** Returns the same taken back. */
    ChargePrice negated() {
        return new ChargePrice(sku, consumed == null ? null : consumed.negate(), quantity.negate(), listPrice, price);
    }
}
