package io.billingcenter.domain.pricing;

import io.billingcenter.domain.account.AccountDirectory;
import io.billingcenter.domain.account.Site;
import io.billingcenter.domain.settlement.UsageLocks;
import java.util.Map;

/**
 * The facts that rating depends on, besides the usage.
 *
 * @param directory workspaces, accounts, bindings and plans
 * @param priceBooks list prices
 * @param contracts prices agreed with accounts
 * @param tariffs tariffs of private deployments
 * @param sites sites by code
 * @param units rule by which a quantity becomes units
 * @param locks usage held because nobody pays for it
 */
public record RatingFacts(
        AccountDirectory directory,
        PriceBooks priceBooks,
        ContractPrices contracts,
        PrivateTariffs tariffs,
        Map<String, Site> sites,
        UnitsRule units,
        UsageLocks locks) {

    /** Creates the facts without any locks. */
    public RatingFacts(
            AccountDirectory directory,
            PriceBooks priceBooks,
            ContractPrices contracts,
            PrivateTariffs tariffs,
            Map<String, Site> sites,
            UnitsRule units) {
        this(directory, priceBooks, contracts, tariffs, sites, units, UsageLocks.NONE);
    }

    /** Copies the sites. */
    public RatingFacts {
        sites = Map.copyOf(sites);
    }
}
