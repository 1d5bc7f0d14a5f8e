package io.billingcenter.domain.pricing;

import io.billingcenter.domain.account.AccountDirectory;
import io.billingcenter.domain.account.BillingAccountId;
import io.billingcenter.domain.account.SettlementMethod;
import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.usage.MeasuredDay;
import io.billingcenter.domain.usage.Meter;
import io.billingcenter.domain.usage.UsageCalculator;
import io.billingcenter.domain.usage.WorkspaceDay;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Allocates the quotas of an account's packages to its workspaces for a day (billing rules 6.3, reading Q23). Packages
 * are drawn on one after another; within a package the workspaces draw in the agreed order, each up to its demand. The
 * result is a pure function of the day's measures of all workspaces; every day starts with full quotas. A held
 * workspace-day draws nothing.
 */
public final class QuotaAllocator {

    /** An account and a day on which its packages serve workspaces. */
    public record PackageDay(BillingAccountId account, BillingDay day) {}

    private final AccountDirectory directory;
    private final Packages packages;
    private final Rater rater;

    /** Creates an allocator for the given accounts and packages. */
    public QuotaAllocator(AccountDirectory directory, Packages packages, Rater rater) {
        this.directory = directory;
        this.packages = packages;
        this.rater = rater;
    }

    /** Returns the account and day whose packages serve the workspace-day; empty if no package does. */
    public Optional<PackageDay> packageDay(WorkspaceDay workspaceDay) {
        return directory
                .binding(workspaceDay.workspace(), workspaceDay.day())
                .map(binding -> new PackageDay(binding.account(), workspaceDay.day()))
                .filter(packageDay ->
                        inForce(packageDay).stream().anyMatch(usagePackage -> serves(usagePackage, workspaceDay)));
    }

    /** Returns all workspaces that share the account's packages on the day. */
    public Set<WorkspaceId> members(PackageDay packageDay) {
        Set<WorkspaceId> members = new LinkedHashSet<>();
        inForce(packageDay).forEach(usagePackage -> members.addAll(served(usagePackage, packageDay.day())));
        return members;
    }

    /**
     * Returns the draw-down of each workspace.
     *
     * @param measured measures of every workspace that has any
     */
    public Map<WorkspaceId, QuotaDrawdown> drawdowns(PackageDay packageDay, Collection<MeasuredDay> measured) {
        Map<WorkspaceId, EnumSet<Meter>> meters = knownMeters(packageDay);
        Map<WorkspaceId, Share> shares = new HashMap<>();
        for (MeasuredDay day : measured) {
            EnumSet<Meter> known = meters.get(day.workspaceDay().workspace());
            if (known != null) {
                shares.put(day.workspaceDay().workspace(), new Share(known, demand(day, known)));
            }
        }
        // The order matters: older packages are used up first, and within a package the workspaces draw in the agreed
        // order.
        for (UsagePackage usagePackage : inForce(packageDay)) {
            share(usagePackage, packageDay.day(), shares);
        }
        Map<WorkspaceId, QuotaDrawdown> drawdowns = new HashMap<>();
        shares.forEach((workspace, share) -> drawdowns.put(workspace, new QuotaDrawdown(share.covered)));
        return drawdowns;
    }

    private void share(UsagePackage usagePackage, BillingDay day, Map<WorkspaceId, Share> shares) {
        Map<Meter, BigDecimal> left = packages.dailyQuota(usagePackage);
        for (WorkspaceId workspace : served(usagePackage, day)) {
            Share share = shares.get(workspace);
            if (share != null) {
                // Each workspace leaves the rest of the quota to the next one.
                left.replaceAll(share::take);
            }
        }
    }

    private Map<WorkspaceId, EnumSet<Meter>> knownMeters(PackageDay packageDay) {
        Map<WorkspaceId, EnumSet<Meter>> known = new HashMap<>();
        for (UsagePackage usagePackage : inForce(packageDay)) {
            Set<Meter> meters = packages.dailyQuota(usagePackage).keySet();
            for (WorkspaceId workspace : served(usagePackage, packageDay.day())) {
                known.computeIfAbsent(workspace, key -> EnumSet.noneOf(Meter.class))
                        .addAll(meters);
            }
        }
        known.forEach((workspace, meters) -> {
            // A quota of collectors has an effect only where the price book charges for them (reading Q24).
            if (!rater.listsDatakits(new WorkspaceDay(workspace, packageDay.day()))) {
                meters.remove(Meter.DATAKIT);
            }
        });
        return known;
    }

    /**
     * Returns the converted usage by meter that would be charged if the quotas were exhausted; empty if the
     * workspace-day is held.
     */
    private Map<Meter, BigDecimal> demand(MeasuredDay day, Set<Meter> known) {
        // Rating with exhausted quotas yields the whole converted usage as overage, and applies the same rules for
        // holds as the final rating.
        Rating rating = rater.rate(
                day.workspaceDay(),
                UsageCalculator.usage(day.measures()),
                day.overLimit(),
                QuotaDrawdown.usedUp(known));
        Map<Meter, BigDecimal> demand = new EnumMap<>(Meter.class);
        if (rating instanceof Rating.Charged charged) {
            for (Charge charge : charged.charges()) {
                Meter meter = charge.tier().meter();
                if (known.contains(meter) && charge.tier().equals(PackageRules.defaultTier(meter))) {
                    demand.put(meter, charge.quantity());
                }
            }
        }
        return demand;
    }

    private List<UsagePackage> inForce(PackageDay packageDay) {
        return packages.inForce(packageDay.account(), packageDay.day());
    }

    private List<WorkspaceId> served(UsagePackage usagePackage, BillingDay day) {
        return usagePackage.workspaces().stream()
                .filter(workspace -> serves(usagePackage, new WorkspaceDay(workspace, day)))
                .toList();
    }

    /** Packages are settled by the wallet only and cover only charged usage (billing rules 6.2). */
    private boolean serves(UsagePackage usagePackage, WorkspaceDay workspaceDay) {
        return usagePackage.workspaces().contains(workspaceDay.workspace())
                && directory.plan(workspaceDay.workspace(), workspaceDay.day()).charged()
                && directory
                        .binding(workspaceDay.workspace(), workspaceDay.day())
                        .filter(binding -> binding.settlement() == SettlementMethod.WALLET
                                && binding.account().equals(usagePackage.account()))
                        .isPresent();
    }

    /** The open demand and the draw-down of one workspace. */
    private static final class Share {

        private final Map<Meter, BigDecimal> open;
        private final Map<Meter, BigDecimal> covered = new EnumMap<>(Meter.class);

        Share(Set<Meter> known, Map<Meter, BigDecimal> demand) {
            this.open = demand;
            known.forEach(meter -> covered.put(meter, BigDecimal.ZERO));
        }

        /** Takes the open demand from a quota and returns the rest of the quota. */
        BigDecimal take(Meter meter, BigDecimal quota) {
            BigDecimal taken = open.getOrDefault(meter, BigDecimal.ZERO).min(quota);
            if (taken.signum() > 0) {
                open.merge(meter, taken, BigDecimal::subtract);
                covered.merge(meter, taken, BigDecimal::add);
            }
            return quota.subtract(taken);
        }
    }
}
