package io.billingcenter.domain.pricing;

import io.billingcenter.domain.usage.MeterTier;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What one unit of a meter costs on a day; one of the prices is there, and the agreed one is charged where it is.
 *
 * @param listPrice price of the book; null when the book does not offer the tier
 * @param contractPrice price agreed with the account; null when there is none
 */
public record PriceInForce(
        MeterTier tier,
        @Nullable BigDecimal listPrice,
        @Nullable BigDecimal contractPrice) {}
