package io.billingcenter.domain.pricing;

import io.billingcenter.domain.account.SiteGroup;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.usage.MeterTier;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;

/**
 * One version of the price list, in force from its first billing day until the next version begins.
 *
 * @param version first billing day
 * @param prices price of one unit and day; what is not offered is not there
 * @param digest SHA-256 of the file it came from, in hex: the same version with other prices is another book
 */
public record PriceBook(BillingDay version, Map<Position, BigDecimal> prices, String digest) {

    /** What a price is for. */
    public record Position(MeterTier tier, SiteGroup group, Currency currency) {}

    /** Keeps a copy of the prices. */
    public PriceBook {
        prices = Map.copyOf(prices);
    }

    /** The price of one unit, if it is offered. */
    public Optional<BigDecimal> price(MeterTier tier, SiteGroup group, Currency currency) {
        return Optional.ofNullable(prices.get(new Position(tier, group, currency)));
    }
}
