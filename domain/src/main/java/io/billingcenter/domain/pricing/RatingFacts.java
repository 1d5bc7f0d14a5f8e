package io.billingcenter.domain.pricing;

import io.billingcenter.domain.account.AccountDirectory;
import io.billingcenter.domain.account.Site;
import io.billingcenter.domain.settlement.UsageLocks;
import java.util.Map;

/**
 * What is known when usage is rated, besides the usage.
 *
 * @param directory who owns and who pays
 * @param priceBooks list prices
 * @param contracts prices agreed with accounts
 * @param tariffs what is agreed for private deployments
 * @param sites by code
 * @param units how a quantity becomes units
 * @param locks whose usage is held because nobody pays for it
 */
public record RatingFacts(
        AccountDirectory directory,
        PriceBooks priceBooks,
        ContractPrices contracts,
        PrivateTariffs tariffs,
        Map<String, Site> sites,
        UnitsRule units,
        UsageLocks locks) {

    /** The same where nobody is locked. */
    public RatingFacts(
            AccountDirectory directory,
            PriceBooks priceBooks,
            ContractPrices contracts,
            PrivateTariffs tariffs,
            Map<String, Site> sites,
            UnitsRule units) {
        this(directory, priceBooks, contracts, tariffs, sites, units, UsageLocks.NONE);
    }

    /** Keeps a copy of the sites. */
    public RatingFacts {
        sites = Map.copyOf(sites);
    }
}
