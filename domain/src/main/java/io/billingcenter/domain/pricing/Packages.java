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

/** The yearly packages of all accounts with their traffic packs. Immutable; loaded once per step and handed in. */
public final class Packages {

    /** No packages at all. */
    public static final Packages NONE = new Packages(List.of(), List.of());

    private final List<UsagePackage> all;
    private final Map<BillingAccountId, List<UsagePackage>> byAccount;
    private final Map<String, List<TrafficPack>> packs;

    /** These packages and packs. */
    public Packages(Collection<UsagePackage> packages, Collection<TrafficPack> packs) {
        this.all = packages.stream()
                .sorted(Comparator.comparing(UsagePackage::from).thenComparing(UsagePackage::id))
                .toList();
        this.byAccount = all.stream().collect(Collectors.groupingBy(UsagePackage::account));
        this.packs = packs.stream()
                .sorted(Comparator.comparing(TrafficPack::id))
                .collect(Collectors.groupingBy(TrafficPack::packageId));
    }

    /** All packages, in the order in which they are drawn on: the oldest first, then by id. */
    public List<UsagePackage> all() {
        return all;
    }

    /** The packages of the account that live on the day, in the order in which they are drawn on. */
    public List<UsagePackage> inForce(BillingAccountId account, BillingDay day) {
        return byAccount.getOrDefault(account, List.of()).stream()
                .filter(usagePackage -> usagePackage.days().contains(day))
                .toList();
    }

    /** The traffic packs of the package, by id; they live as long as it does. */
    public List<TrafficPack> packsOf(UsagePackage usagePackage) {
        return packs.getOrDefault(usagePackage.id(), List.of());
    }

    /** How much a package covers on a day: its own quota, then its packs, which together are one amount by meter. */
    Map<Meter, BigDecimal> dailyQuota(UsagePackage usagePackage) {
        Map<Meter, BigDecimal> quota = new EnumMap<>(usagePackage.kind().quotas());
        packsOf(usagePackage).forEach(pack -> quota.merge(pack.meter(), pack.quantity(), BigDecimal::add));
        return quota;
    }
}
