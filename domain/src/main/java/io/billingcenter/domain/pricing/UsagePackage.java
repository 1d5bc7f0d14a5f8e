package io.billingcenter.domain.pricing;

import io.billingcenter.domain.account.BillingAccountId;
import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.time.DayRange;
import java.util.List;

/**
 * A yearly package: daily quotas that the usage of some workspaces draws down before anything is charged (billing rules
 * 6.3).
 *
 * @param from first day of its year
 * @param workspaces workspaces that it serves, in the order in which they draw; at least one, without repetition
 */
public record UsagePackage(
        String id, BillingAccountId account, PackageKind kind, BillingDay from, List<WorkspaceId> workspaces) {

    /** The ISO code of the only currency in which packages are sold. */
    public static final String CURRENCY = "CNY";

    /** Copies the workspaces and checks them. */
    public UsagePackage {
        workspaces = List.copyOf(workspaces);
        if (workspaces.isEmpty() || workspaces.stream().distinct().count() < workspaces.size()) {
            throw new IllegalArgumentException(
                    "Expected at least one workspace and none twice in package " + id + ", found " + workspaces);
        }
    }

    /** Returns the year in which the package is in force. */
    public DayRange days() {
        return new DayRange(from, from.plusYears(1));
    }
}
