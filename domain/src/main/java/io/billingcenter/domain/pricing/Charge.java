package io.billingcenter.domain.pricing;

import io.billingcenter.domain.money.ExactAmount;
import io.billingcenter.domain.money.Money;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.usage.MeterTier;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The charge for a usage: the exact amount, which is rounded once to the amount of the line.
 *
 * @param listPrice price of the price book; null if the book does not offer the tier but a contract does
 * @param unitPrice applied price, from the contract or the price book
 * @param priceVersion version of the price book in force; null before the first book
 */
public record Charge(
        MeterTier tier,
        BigDecimal quantity,
        @Nullable BigDecimal listPrice,
        BigDecimal unitPrice,
        @Nullable BillingDay priceVersion,
        ExactAmount exact) {

    /** Returns the rounded amount. */
    public Money amount() {
        return exact.round();
    }

    /** Returns the calculation of the amount, for people. */
    public String explanation() {
        return quantity.toPlainString() + " / " + tier.meter().unit() + " x " + unitPrice.toPlainString() + " = "
                + exact.value().stripTrailingZeros().toPlainString() + " " + exact.currency() + " -> "
                + amount().amount().toPlainString();
    }
}
