package io.billingcenter.domain.document;

import io.billingcenter.domain.billing.PostingKind;
import io.billingcenter.domain.money.Money;
import io.billingcenter.domain.usage.MeterTier;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The usage of a workspace in a month at one price, or a fee.
 *
 * @param tier null for an amount that is not the quantity of a single meter: a package
 * @param quantity in base units of the meter
 * @param unitPrice price of a bundle of the meter; null if it is not known
 * @param amount sum of the amounts of the days, each of which was rounded
 */
public record MeterLine(
        @Nullable MeterTier tier,
        PostingKind kind,
        BigDecimal quantity,
        @Nullable BigDecimal unitPrice,
        Money amount) {

    /** Returns the number of base units that the price is for. */
    public long unit() {
        return tier == null ? 1 : tier.meter().unit();
    }

    /** Returns the quantity in bundles, which is exact because a bundle is a power of ten. */
    public BigDecimal bundles() {
        return quantity.divide(BigDecimal.valueOf(unit()));
    }
}
