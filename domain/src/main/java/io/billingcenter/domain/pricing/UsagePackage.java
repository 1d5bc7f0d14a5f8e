package io.billingcenter.domain.pricing;

import io.billingcenter.domain.account.BillingAccountId;
import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.time.DayRange;
import java.util.List;

/**
 * A yearly package: daily quotas that usage of some workspaces draws on before anything is charged (billing rules 6.3).
 *
 * @param from first day of its year
 * @param workspaces those it serves, in the order in which they are served; at least one, none twice
 */
public record UsagePackage(
        String id, BillingAccountId account, PackageKind kind, BillingDay from, List<WorkspaceId> workspaces) {

    /** The code of the one currency in which packages are sold. */
    public static final String CURRENCY = "CNY";

    /** Keeps a copy of the workspaces. */
    public UsagePackage {
        workspaces = List.copyOf(workspaces);
        if (workspaces.isEmpty() || workspaces.stream().distinct().count() < workspaces.size()) {
            throw new IllegalArgumentException(
                    "Expected at least one workspace and none twice in package " + id + ", found " + workspaces);
        }
    }

    /** Its life: a year from its first day. */
    public DayRange days() {
        return new DayRange(from, from.plusYears(1));
    }
}
