package io.billingcenter.domain.pricing;

import io.billingcenter.domain.account.BillingAccountId;
import io.billingcenter.domain.time.DayRange;
import io.billingcenter.domain.usage.MeterTier;
import java.math.BigDecimal;

/**
 * A price agreed with one billing account, in its currency; it replaces the list price of exactly that tier.
 *
 * @param price price of one unit for a day; 0 is a valid price
 */
public record ContractPrice(BillingAccountId account, MeterTier tier, BigDecimal price, DayRange days) {

    /** Checks that the price is at least 0 with at most 7 decimals, and removes trailing zeros. */
    public ContractPrice {
        price = CanonicalPrice.of(price);
    }
}
