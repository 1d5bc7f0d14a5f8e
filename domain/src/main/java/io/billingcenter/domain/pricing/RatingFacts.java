package io.billingcenter.domain.pricing;

import io.billingcenter.domain.account.AccountDirectory;
import io.billingcenter.domain.account.Site;
import java.util.Map;

/**
 * What is known when usage is rated, besides the usage.
 *
 * @param directory who owns and who pays
 * @param catalog list prices
 * @param contracts prices agreed with accounts
 * @param tariffs what is agreed for private deployments
 * @param sites by code
 * @param units how a quantity becomes units
 */
public record RatingFacts(
        AccountDirectory directory,
        PriceCatalog catalog,
        ContractPrices contracts,
        PrivateTariffs tariffs,
        Map<String, Site> sites,
        UnitsRule units) {

    /** Keeps a copy of the sites. */
    public RatingFacts {
        sites = Map.copyOf(sites);
    }
}
