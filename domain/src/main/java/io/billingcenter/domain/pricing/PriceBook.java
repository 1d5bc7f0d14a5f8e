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
 * @param prices price of one unit and day; what is not offered is not there. A book without prices only ends the one
 *     before it
 * @param digest SHA-256 of the file it came from, in hex: the same version with other prices is another book
 */
public record PriceBook(BillingDay version, Map<Position, BigDecimal> prices, String digest) {

    /** What a price is for. */
    public record Position(MeterTier tier, SiteGroup group, Currency currency) {}

    /** Keeps a copy of the prices without needless zeros; each must be at least 0 with at most 7 decimals. */
    public PriceBook {
        prices = prices.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> CanonicalPrice.of(entry.getValue())));
    }

    /** The price of one unit, if it is offered. */
    public Optional<BigDecimal> price(MeterTier tier, SiteGroup group, Currency currency) {
        return Optional.ofNullable(prices.get(new Position(tier, group, currency)));
    }
}
