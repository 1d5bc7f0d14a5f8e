package io.billingcenter.domain.pricing;

import io.billingcenter.domain.account.BillingAccountId;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.usage.Meter;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The yearly packages of all accounts with their traffic packs. Immutable; loaded once per step and passed to the code
 * that needs it.
 */
public final class Packages {

    /** No packages. */
    public static final Packages NONE = new Packages(List.of(), List.of());

    private final List<UsagePackage> all;
    private final Map<BillingAccountId, List<UsagePackage>> byAccount;
    private final Map<String, List<TrafficPack>> packs;

    /** Creates the set of packages and packs. */
    public Packages(Collection<UsagePackage> packages, Collection<TrafficPack> packs) {
        this.all = packages.stream()
                .sorted(Comparator.comparing(UsagePackage::from).thenComparing(UsagePackage::id))
                .toList();
        this.byAccount = all.stream().collect(Collectors.groupingBy(UsagePackage::account));
        this.packs = packs.stream()
                .sorted(Comparator.comparing(TrafficPack::id))
                .collect(Collectors.groupingBy(TrafficPack::packageId));
    }

    /** Returns all packages in the order in which they are drawn on: the oldest first, then by id. */
    public List<UsagePackage> all() {
        return all;
    }

    /** Returns the packages of the account in force on the day, in the order in which they are drawn on. */
    public List<UsagePackage> inForce(BillingAccountId account, BillingDay day) {
        return byAccount.getOrDefault(account, List.of()).stream()
                .filter(usagePackage -> usagePackage.days().contains(day))
                .toList();
    }

    /** Returns the traffic packs of the package, by id; they are in force as long as the package. */
    public List<TrafficPack> packsOf(UsagePackage usagePackage) {
        return packs.getOrDefault(usagePackage.id(), List.of());
    }

    /** Returns the daily quota of a package including its packs, by meter. */
    Map<Meter, BigDecimal> dailyQuota(UsagePackage usagePackage) {
        Map<Meter, BigDecimal> quota = new EnumMap<>(usagePackage.kind().quotas());
        packsOf(usagePackage).forEach(pack -> quota.merge(pack.meter(), pack.quantity(), BigDecimal::add));
        return quota;
    }
}
