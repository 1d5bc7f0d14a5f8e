package io.billingcenter.domain.pricing;

import io.billingcenter.domain.money.ExactAmount;
import io.billingcenter.domain.money.Money;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.usage.MeterTier;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a usage costs: the exact amount, and the line rounded once.
 *
 * @param listPrice price of the book; null when the book does not offer it and a contract does
 * @param unitPrice price applied, from the contract or the book
 * @param priceVersion version of the book in force; null before the first book
 */
public record Charge(
        MeterTier tier,
        BigDecimal quantity,
        @Nullable BigDecimal listPrice,
        BigDecimal unitPrice,
        @Nullable BillingDay priceVersion,
        ExactAmount exact) {

    /** The printed amount. */
    public Money amount() {
        return exact.round();
    }

    /** How the amount came about, for people. */
    public String explanation() {
        return quantity.toPlainString() + " / " + tier.meter().unit() + " x " + unitPrice.toPlainString() + " = "
                + exact.value().stripTrailingZeros().toPlainString() + " " + exact.currency() + " -> "
                + amount().amount().toPlainString();
    }
}
