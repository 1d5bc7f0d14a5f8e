package io.billingcenter.domain.pricing;

import io.billingcenter.domain.usage.MeterTier;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The price of one unit of a meter on a day. At least one of both prices exists, and the contract price takes
 * precedence.
 *
 * @param listPrice price of the price book; null if the book does not offer the tier
 * @param contractPrice price agreed with the account; null if there is none
 */
public record PriceInForce(
        MeterTier tier,
        @Nullable BigDecimal listPrice,
        @Nullable BigDecimal contractPrice) {}
