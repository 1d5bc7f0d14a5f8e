package io.billingcenter.domain.billing;

import io.billingcenter.domain.account.AccountDirectory;
import io.billingcenter.domain.account.Binding;
import io.billingcenter.domain.account.Plan;
import io.billingcenter.domain.account.ReleasedVendors;
import io.billingcenter.domain.account.SettlementMethod;
import io.billingcenter.domain.pricing.HoldReason;
import io.billingcenter.domain.pricing.PackageRules;
import io.billingcenter.domain.pricing.Packages;
import io.billingcenter.domain.pricing.PrivateTariff;
import io.billingcenter.domain.pricing.PrivateTariffs;
import io.billingcenter.domain.pricing.TrafficPack;
import io.billingcenter.domain.pricing.UsagePackage;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.usage.Meter;
import io.billingcenter.domain.usage.MeterTier;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/**
 * Determines the fees that fall due by agreement on a day (billing rules 2.6, 8): a package on its first day, a traffic
 * pack on every day of its life, a subscription on its first day and every anniversary, a licence once, and its
 * maintenance on every anniversary.
 */
public final class FeeSchedule {

    /** The only currency in which packages are offered. */
    private static final Currency CNY = Currency.getInstance("CNY");

    private static final MeterTier COLLECTORS = MeterTier.flat(Meter.DATAKIT);

    private final AccountDirectory directory;
    private final Packages packages;
    private final PrivateTariffs tariffs;
    private final ReleasedVendors released;

    /**
     * Creates the schedule of the given agreements.
     *
     * @param released cloud accounts that have ended; the fees they should pay are held if the rule is to lock
     */
    public FeeSchedule(
            AccountDirectory directory, Packages packages, PrivateTariffs tariffs, ReleasedVendors released) {
        this.directory = directory;
        this.packages = packages;
        this.tariffs = tariffs;
        this.released = released;
    }

    /** Returns the id of the agreement about a private deployment: {@code ws-own|2026-01-01}. */
    public static String agreementOf(PrivateTariff tariff) {
        return tariff.workspace() + "|" + tariff.days().from();
    }

    /** Returns the fees of the day. */
    public DayFees on(BillingDay day) {
        List<Fee> fees = new ArrayList<>();
        List<FeeHold> holds = new ArrayList<>();
        for (UsagePackage usagePackage : packages.all()) {
            if (usagePackage.days().contains(day)) {
                addPackage(usagePackage, day, fees);
            }
        }
        for (PrivateTariff tariff : tariffs.all()) {
            due(tariff, day).filter(due -> isPrivate(tariff, day)).ifPresent(due -> addPrivate(due, day, fees, holds));
        }
        return new DayFees(day, List.copyOf(fees), List.copyOf(holds));
    }

    private void addPackage(UsagePackage usagePackage, BillingDay day, List<Fee> fees) {
        if (usagePackage.from().equals(day)) {
            FeeKey key = new FeeKey(
                    day, usagePackage.id(), usagePackage.account(), SettlementMethod.WALLET, CNY, null, null);
            fees.add(new Fee(
                    key,
                    PostingKind.PACKAGE,
                    BigDecimal.ONE,
                    usagePackage.kind().yearPrice()));
        }
        for (TrafficPack pack : packages.packsOf(usagePackage)) {
            MeterTier tier = PackageRules.defaultTier(pack.meter());
            FeeKey key = new FeeKey(day, pack.id(), usagePackage.account(), SettlementMethod.WALLET, CNY, null, tier);
            BigDecimal price = PackageRules.packPrice(pack.meter()).multiply(pack.discount());
            fees.add(new Fee(key, PostingKind.PACK, pack.quantity(), price));
        }
    }

    /** A payment of a tariff that falls due. */
    private record Due(PrivateTariff tariff, PostingKind kind, BigDecimal price) {}

    private static Optional<Due> due(PrivateTariff tariff, BillingDay day) {
        BillingDay from = tariff.days().from();
        int years = day.date().getYear() - from.date().getYear();
        if (!tariff.days().contains(day) || !from.plusYears(years).equals(day)) {
            return Optional.empty();
        }
        return switch (tariff.scheme()) {
            case PAYG -> Optional.empty();
            case SUBSCRIPTION -> Optional.of(new Due(tariff, PostingKind.SUBSCRIPTION, tariff.price()));
            case LICENCE ->
                years == 0
                        ? Optional.of(new Due(tariff, PostingKind.LICENCE, tariff.price()))
                        : Optional.of(new Due(tariff, PostingKind.MAINTENANCE, tariff.maintenance()))
                                .filter(due -> due.price().signum() > 0);
        };
    }

    /** A tariff has no effect unless the workspace is on the private plan. */
    private boolean isPrivate(PrivateTariff tariff, BillingDay day) {
        return directory.plan(tariff.workspace(), day) == Plan.PRIVATE;
    }

    private void addPrivate(Due due, BillingDay day, List<Fee> fees, List<FeeHold> holds) {
        PrivateTariff tariff = due.tariff();
        String agreement = agreementOf(tariff);
        Optional<Binding> binding = directory.binding(tariff.workspace(), day);
        if (binding.isEmpty()) {
            holds.add(new FeeHold(
                    agreement,
                    tariff.workspace(),
                    HoldReason.NO_BINDING,
                    "no binding on " + day + " for its " + due.kind().code()));
            return;
        }
        if (released.holds(binding.get(), day)) {
            holds.add(new FeeHold(
                    agreement,
                    tariff.workspace(),
                    HoldReason.LOCKED,
                    "the cloud account that pays its " + due.kind().code() + " has ended"));
            return;
        }
        FeeKey key = new FeeKey(
                day,
                agreement,
                binding.get().account(),
                binding.get().settlement(),
                directory.account(binding.get().account()).currency(),
                tariff.workspace(),
                COLLECTORS);
        fees.add(new Fee(key, due.kind(), BigDecimal.valueOf(tariff.collectors()), due.price()));
    }
}
