package io.billingcenter.domain.pricing;

import io.billingcenter.domain.account.BillingAccountId;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.usage.MeterTier;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The contract prices of all billing accounts. */
public final class ContractPrices {

    private final Map<BillingAccountId, List<ContractPrice>> byAccount;

    /** Creates the set of contract prices; those of one account and tier must not overlap. */
    public ContractPrices(Collection<ContractPrice> prices) {
        this.byAccount = prices.stream()
                .sorted(Comparator.comparing(ContractPrice::tier)
                        .thenComparing(price -> price.days().from()))
                .collect(Collectors.groupingBy(ContractPrice::account));
    }

    /** Returns the contract price of the tier on the day, if there is one. */
    public Optional<BigDecimal> price(BillingAccountId account, MeterTier tier, BillingDay day) {
        return inForce(account, day).stream()
                .filter(price -> price.tier().equals(tier))
                .map(ContractPrice::price)
                .findFirst();
    }

    /** Returns all contract prices of the account on the day, by tier. */
    public List<ContractPrice> inForce(BillingAccountId account, BillingDay day) {
        return byAccount.getOrDefault(account, List.of()).stream()
                .filter(price -> price.days().contains(day))
                .toList();
    }
}
