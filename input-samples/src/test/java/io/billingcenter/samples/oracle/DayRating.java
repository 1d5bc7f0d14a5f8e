package io.billingcenter.samples.oracle;

import io.billingcenter.samples.oracle.Rating.Charged;
import io.billingcenter.samples.oracle.Rating.Free;
import io.billingcenter.samples.oracle.Rating.Held;
import io.billingcenter.samples.oracle.Rating.Hold;
import io.billingcenter.samples.oracle.Rating.Line;
import io.billingcenter.samples.oracle.Reference.Binding;
import io.billingcenter.samples.oracle.Reference.Pack;
import io.billingcenter.samples.oracle.Reference.Package;
import io.billingcenter.samples.oracle.Reference.Tariff;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Rates one billing day of all workspaces together, because those of a package share its quota. */
final class DayRating {

    /** Free series of a DataKit in the legacy default mode (billing rules 2.4). */
    private static final Fraction FREE_SERIES = Fraction.of(300);

    private final Reference reference;
    private final PriceBooks books;
    private final Rules rules;
    private final LocalDate day;
    private final Predicate<String> locked;
    private final Predicate<String> funded;

    /** Who pays for a workspace, and what of its usage is to be priced. */
    private record Work(String workspace, String account, String settlement, Map<Tier, Fraction> quantities) {}

    /**
     * @param locked whether an account is locked on the day
     * @param funded whether an account has funds when the day begins
     */
    DayRating(
            Reference reference,
            PriceBooks books,
            Rules rules,
            LocalDate day,
            Predicate<String> locked,
            Predicate<String> funded) {
        this.reference = reference;
        this.books = books;
        this.rules = rules;
        this.day = day;
        this.locked = locked;
        this.funded = funded;
    }

    /** The rating of every workspace that was metered on the day. */
    Map<String, Rating> rate(Map<String, Map<Tier, Fraction>> usage) {
        Map<String, Rating> ratings = new TreeMap<>();
        Map<String, Work> charged = new TreeMap<>();
        usage.forEach((workspace, quantities) -> {
            Optional<Rating> early = ratedWithoutPrices(workspace, quantities);
            if (early.isPresent()) {
                ratings.put(workspace, early.get());
            } else {
                Binding binding = reference.binding(workspace, day).orElseThrow();
                charged.put(
                        workspace,
                        new Work(
                                workspace,
                                binding.account(),
                                rules.settlement(reference, binding, day),
                                toBeCharged(workspace, quantities)));
            }
        });
        convertToDefaultTiers(charged);
        charged.values().forEach(work -> missingPrices(work).ifPresent(held -> ratings.put(work.workspace(), held)));
        charged.keySet().removeAll(ratings.keySet());
        takeQuotas(charged);
        charged.values().forEach(work -> ratings.put(work.workspace(), lines(work)));
        return ratings;
    }

    /** No workspace row, free, private, no binding, locked, in this order (design 10, "Holds"). */
    private Optional<Rating> ratedWithoutPrices(String workspace, Map<Tier, Fraction> quantities) {
        String plan = reference.plan(workspace, day);
        Optional<Tariff> payg = reference
                .tariff(workspace, day)
                .filter(tariff -> tariff.scheme().equals("payg"));
        boolean nothingToCharge = quantities.keySet().stream().noneMatch(tier -> isChargeable(tier, plan));
        if (plan.equals("free") || plan.equals("private") && payg.isEmpty() || nothingToCharge) {
            return Optional.of(new Free());
        }
        if (reference.workspace(workspace).isEmpty()) {
            return Optional.of(held("no_workspace", "no row in workspaces.csv"));
        }
        Optional<Binding> binding = reference.binding(workspace, day);
        if (binding.isEmpty()) {
            return Optional.of(held("no_binding", "no binding on " + day));
        }
        String payer = binding.get().account();
        boolean withoutFunds = rules.isSwitched(reference, binding.get(), day) && !funded.test(payer);
        if (locked.test(payer) || withoutFunds || rules.isReleasedAndLocks(reference, binding.get(), day)) {
            return Optional.of(held("locked", ""));
        }
        if (plan.equals("private")) {
            Tier tier = Tier.flat("datakit");
            List<Line> lines = quantities.containsKey(tier)
                    ? List.of(new Line(tier, quantities.get(tier), payg.get().price()))
                    : List.of();
            String account = binding.get().account();
            return Optional.of(new Charged(
                    account,
                    rules.settlement(reference, binding.get(), day),
                    reference.account(account).currency(),
                    lines));
        }
        return Optional.empty();
    }

    /** A private deployment is charged for DataKits alone, series only for everything else. */
    private static boolean isChargeable(Tier tier, String plan) {
        boolean datakit = tier.meter().equals("datakit");
        return switch (plan) {
            case "private" -> datakit;
            case "legacy_series" -> !datakit;
            default -> true;
        };
    }

    private static Held held(String reason, String detail) {
        return new Held(List.of(Hold.whole(reason, detail)));
    }

    /** The legacy modes (billing rules 2.4), and DataKit where it has no price. */
    private Map<Tier, Fraction> toBeCharged(String workspace, Map<Tier, Fraction> quantities) {
        String plan = reference.plan(workspace, day);
        Tier datakit = Tier.flat("datakit");
        Map<Tier, Fraction> charged = new TreeMap<>(quantities);
        if (plan.equals("legacy_default")) {
            Fraction free = quantities.getOrDefault(datakit, Fraction.ZERO).times(FREE_SERIES);
            for (int days : Tier.daysOf("series")) {
                Tier series = new Tier("series", days);
                if (charged.containsKey(series)) {
                    Fraction taken = free.min(charged.get(series));
                    charged.put(series, charged.get(series).minus(taken));
                    free = free.minus(taken);
                }
            }
        }
        String account = reference.binding(workspace, day).orElseThrow().account();
        if (plan.equals("legacy_series") || price(workspace, account, datakit).isEmpty()) {
            charged.remove(datakit);
        }
        return charged;
    }

    private Optional<Fraction> listPrice(String workspace, String account, Tier tier) {
        return books.price(
                day,
                new PriceBooks.Position(
                        tier,
                        reference.workspace(workspace).orElseThrow().group(),
                        reference.account(account).currency()));
    }

    private Optional<Fraction> price(String workspace, String account, Tier tier) {
        return reference.contract(account, tier, day).or(() -> listPrice(workspace, account, tier));
    }

    private Optional<Held> missingPrices(Work work) {
        List<Hold> holds = new ArrayList<>();
        work.quantities().forEach((tier, quantity) -> {
            if (price(work.workspace(), work.account(), tier).isEmpty()) {
                holds.add(new Hold("no_price", tier.meter(), tier.daysText(), quantity.plain(), missing(work)));
            }
        });
        return holds.isEmpty() ? Optional.empty() : Optional.of(new Held(holds));
    }

    private String missing(Work work) {
        return books.version(day)
                .map(version -> "no price for "
                        + reference.workspace(work.workspace()).orElseThrow().group() + " "
                        + reference.account(work.account()).currency() + " in book " + version)
                .orElse("no price book on " + day);
    }

    private Charged lines(Work work) {
        List<Line> lines = new ArrayList<>();
        work.quantities()
                .forEach((tier, quantity) -> lines.add(new Line(
                        tier,
                        quantity,
                        price(work.workspace(), work.account(), tier).orElseThrow())));
        return new Charged(
                work.account(),
                work.settlement(),
                reference.account(work.account()).currency(),
                lines);
    }

    /* Packages: billing rules 2.6 and 6.3, design 10. */

    /** Packages in force, earliest first. */
    private List<Package> packages() {
        return reference.packages.stream()
                .filter(any -> Reference.isIn(day, any.from(), any.to()))
                .sorted(Comparator.comparing(Package::from).thenComparing(Package::id))
                .toList();
    }

    private List<Pack> packs(Package any) {
        return reference.packs.stream()
                .filter(pack -> pack.packageId().equals(any.id()))
                .toList();
    }

    /** The workspaces that a package serves on the day, in its order: those its account pays from the wallet. */
    private static List<Work> served(Package any, Map<String, Work> charged) {
        return any.workspaces().stream()
                .filter(charged::containsKey)
                .map(charged::get)
                .filter(work ->
                        work.settlement().equals("wallet") && work.account().equals(any.account()))
                .toList();
    }

    /** What a package and its packs give a workspace's group a day, by meter; DataKit only where the book prices it. */
    private Map<String, Fraction> quota(Package any, Work work) {
        Map<String, Fraction> quota = new TreeMap<>(PackageList.quotas(any.kind()));
        packs(any).forEach(pack -> quota.merge(pack.meter(), Fraction.of(pack.quantity()), Fraction::plus));
        if (listPrice(work.workspace(), work.account(), Tier.flat("datakit")).isEmpty()) {
            quota.remove("datakit");
        }
        return quota;
    }

    /** Step 1: usage of every meter that some package covers becomes converted usage at the default tier. */
    private void convertToDefaultTiers(Map<String, Work> charged) {
        Map<String, Set<String>> covered = new TreeMap<>();
        for (Package any : packages()) {
            for (Work work : served(any, charged)) {
                covered.computeIfAbsent(work.workspace(), name -> new HashSet<>())
                        .addAll(quota(any, work).keySet());
            }
        }
        covered.forEach((workspace, meters) -> {
            Map<Tier, Fraction> quantities = charged.get(workspace).quantities();
            for (Tier tier : List.copyOf(quantities.keySet())) {
                long factor = PackageList.factor(tier);
                if (meters.contains(tier.meter()) && factor > 0) {
                    Fraction converted = quantities.remove(tier).times(Fraction.of(factor));
                    quantities.merge(PackageList.defaultTier(tier.meter()), converted, Fraction::plus);
                }
            }
        });
    }

    /** Steps 2 and 3: quota, then packs, workspace by workspace; what is left stays to be priced. */
    private void takeQuotas(Map<String, Work> charged) {
        for (Package any : packages()) {
            Map<String, Fraction> used = new TreeMap<>();
            for (Work work : served(any, charged)) {
                quota(any, work).forEach((meter, quota) -> {
                    Tier tier = PackageList.defaultTier(meter);
                    if (work.quantities().containsKey(tier)) {
                        Fraction left = quota.minus(used.getOrDefault(meter, Fraction.ZERO));
                        Fraction taken = left.min(work.quantities().get(tier));
                        used.merge(meter, taken, Fraction::plus);
                        work.quantities().merge(tier, taken.negated(), Fraction::plus);
                    }
                });
            }
        }
    }
}
