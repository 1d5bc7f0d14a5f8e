package io.billingcenter.domain.pricing;

import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.time.BillingDay;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The tariffs of private deployments (billing rules 8). Immutable; loaded once per step and passed to the code that
 * needs it.
 */
public final class PrivateTariffs {

    /** No private deployments. */
    public static final PrivateTariffs NONE = new PrivateTariffs(List.of());

    private final List<PrivateTariff> all;
    private final Map<WorkspaceId, List<PrivateTariff>> byWorkspace;

    /** Creates the set of tariffs; those of one workspace must not overlap. */
    public PrivateTariffs(Collection<PrivateTariff> tariffs) {
        this.all = tariffs.stream()
                .sorted(Comparator.comparing(PrivateTariff::workspace)
                        .thenComparing(tariff -> tariff.days().from()))
                .toList();
        this.byWorkspace = all.stream().collect(Collectors.groupingBy(PrivateTariff::workspace));
    }

    /** Returns all tariffs, by workspace and first day. */
    public List<PrivateTariff> all() {
        return all;
    }

    /** Returns the tariff by active collectors that the workspace has on the day, if any. */
    Optional<PrivateTariff> byActiveCollectors(WorkspaceId workspace, BillingDay day) {
        return byWorkspace.getOrDefault(workspace, List.of()).stream()
                .filter(tariff -> tariff.scheme() == PrivateScheme.PAYG)
                .filter(tariff -> tariff.days().contains(day))
                .findFirst();
    }
}
