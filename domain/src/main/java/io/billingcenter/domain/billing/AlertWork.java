package io.billingcenter.domain.billing;

import io.billingcenter.domain.money.Money;
import io.billingcenter.domain.usage.Meter;
import io.billingcenter.domain.usage.WorkspaceDay;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A charged workspace-day whose rating or thresholds have changed since they were last compared.
 *
 * @param ratingNumber number of the rating in force
 * @param termsDigest SHA-256 digest of the thresholds in force
 * @param charged charges by meter, with its tiers added up
 * @param alreadyRaised items of the alerts that have been raised before; empty denotes the total
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
