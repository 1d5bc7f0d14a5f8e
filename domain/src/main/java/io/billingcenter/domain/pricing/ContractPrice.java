package io.billingcenter.domain.pricing;

import io.billingcenter.domain.account.BillingAccountId;
import io.billingcenter.domain.time.DayRange;
import io.billingcenter.domain.usage.MeterTier;
import java.math.BigDecimal;

/**
 * A price agreed with one billing account, in its currency; replaces the list price of exactly that tier.
 *
 * @param price of one unit and day; 0 is a price
 */
public record ContractPrice(BillingAccountId account, MeterTier tier, BigDecimal price, DayRange days) {

    /** Keeps the price without needless zeros; it must be at least 0 with at most 7 decimals. */
    public ContractPrice {
        price = CanonicalPrice.of(price);
    }
}
