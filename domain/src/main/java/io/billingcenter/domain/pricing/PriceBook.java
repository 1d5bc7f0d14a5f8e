package io.billingcenter.domain.pricing;

import io.billingcenter.domain.account.SiteGroup;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.usage.MeterTier;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One version of the price list, in force from its first billing day until the next version begins.
 *
 * @param version first billing day
 * @param prices prices of one unit for a day; a position that is not offered is absent. A book without prices
 *     merely ends the previous one
 * @param digest SHA-256 digest of the source file, in hex; the same version with other prices is a different book
 */
public record PriceBook(BillingDay version, Map<Position, BigDecimal> prices, String digest) {

    /** The position that a price is for. */
    public record Position(MeterTier tier, SiteGroup group, Currency currency) {}

    /** Checks that every price is at least 0 with at most 7 decimals, and removes trailing zeros. */
    public PriceBook {
        prices = prices.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> CanonicalPrice.of(entry.getValue())));
    }

    /** Returns the price of one unit, if it is offered. */
    public Optional<BigDecimal> price(MeterTier tier, SiteGroup group, Currency currency) {
        return Optional.ofNullable(prices.get(new Position(tier, group, currency)));
    }
}
