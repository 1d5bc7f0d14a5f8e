package io.billingcenter.domain.billing;

import io.billingcenter.domain.money.Money;
import io.billingcenter.domain.usage.Meter;
import io.billingcenter.domain.usage.WorkspaceDay;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A charged workspace-day whose rating or thresholds have changed since they were compared.
 *
 * @param ratingNumber the rating in force
 * @param termsDigest SHA-256 of the thresholds in force
 * @param charged what is charged for each meter, its tiers added
 * @param alreadyRaised the items of which somebody was told before; empty stands for the total
 */
public record AlertWork(
        WorkspaceDay workspaceDay,
        int ratingNumber,
        String termsDigest,
        Map<Meter, Money> charged,
        Set<Optional<Meter>> alreadyRaised) {

    /** Keeps copies. */
    public AlertWork {
        charged = Map.copyOf(charged);
        alreadyRaised = Set.copyOf(alreadyRaised);
    }
}
