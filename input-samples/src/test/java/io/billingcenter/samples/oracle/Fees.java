package io.billingcenter.samples.oracle;

import io.billingcenter.samples.oracle.Reference.Binding;
import io.billingcenter.samples.oracle.Reference.Package;
import io.billingcenter.samples.oracle.Reference.Tariff;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is owed by agreement on a day: packages, packs, and private deployments (billing rules 2.6, 8). */
final class Fees {

    /** A fee that falls on a day. */
    record Fee(Posting.Key key, String kind, Fraction quantity, Fraction price, Fraction amount) {}

    private final Reference reference;
    private final Rules rules;
    private final List<List<String>> held = new ArrayList<>();

    Fees(Reference reference, Rules rules) {
        this.reference = reference;
        this.rules = rules;
    }

    List<Fee> of(LocalDate day) {
        List<Fee> fees = new ArrayList<>();
        for (Package any : reference.packages) {
            if (any.from().equals(day)) {
                Fraction price = PackageList.yearPrice(any.kind());
                fees.add(walletFee(any.id(), any.account(), Tier.flat(""), "package", Fraction.ONE, price, price));
            }
        }
        reference.packs.forEach(pack -> reference.packages.stream()
                .filter(any -> any.id().equals(pack.packageId()) && Reference.isIn(day, any.from(), any.to()))
                .forEach(any -> {
                    Tier tier = PackageList.defaultTier(pack.meter());
                    Fraction quantity = Fraction.of(pack.quantity());
                    Fraction price = PackageList.packPrice(pack.meter()).times(pack.discount());
                    Fraction amount = quantity.over(tier.unit()).times(price);
                    fees.add(walletFee(pack.id(), any.account(), tier, "pack", quantity, price, amount));
                }));
        for (Tariff tariff : reference.tariffs) {
            boolean open = Reference.isIn(day, tariff.from(), tariff.to());
            boolean first = open && tariff.from().equals(day);
            boolean anniversary = open && isAnniversary(tariff.from(), day);
            if (tariff.scheme().equals("subscription") && (first || anniversary)) {
                privateFee(tariff, day, "subscription", tariff.price()).ifPresent(fees::add);
            }
            if (tariff.scheme().equals("licence") && first) {
                privateFee(tariff, day, "licence", tariff.price()).ifPresent(fees::add);
            }
            if (tariff.scheme().equals("licence")
                    && anniversary
                    && tariff.maintenance().sign() > 0) {
                privateFee(tariff, day, "maintenance", tariff.maintenance()).ifPresent(fees::add);
            }
        }
        return fees;
    }

    /** Fees of private deployments that nobody is bound to pay, as rows of {@code holds.csv}. */
    List<List<String>> held() {
        return held;
    }

    private static boolean isAnniversary(LocalDate from, LocalDate day) {
        int years = day.getYear() - from.getYear();
        return years > 0 && from.plusYears(years).equals(day);
    }

    private Fee walletFee(
            String id, String account, Tier tier, String kind, Fraction quantity, Fraction price, Fraction amount) {
        String currency = reference.account(account).currency();
        return new Fee(
                new Posting.Key("fee " + kind + " " + id, account, "wallet", currency, "", tier),
                kind,
                quantity,
                price,
                amount.rounded());
    }

    private Optional<Fee> privateFee(Tariff tariff, LocalDate day, String kind, Fraction price) {
        Optional<Binding> bound = reference.binding(tariff.workspace(), day);
        if (bound.isEmpty()) {
            String detail = "no binding on " + day + " for its " + kind;
            held.add(List.of(day.toString(), tariff.workspace(), "no_binding", "", "", "", detail));
        }
        if (bound.isPresent() && rules.isReleasedAndLocks(reference, bound.get(), day)) {
            String detail = "the cloud account that pays its " + kind + " has ended";
            held.add(List.of(day.toString(), tariff.workspace(), "locked", "", "", "", detail));
            return Optional.empty();
        }
        return bound.map(binding -> new Fee(
                new Posting.Key(
                        "fee " + kind + " " + tariff.workspace() + tariff.from(),
                        binding.account(),
                        rules.settlement(reference, binding, day),
                        reference.account(binding.account()).currency(),
                        tariff.workspace(),
                        Tier.flat("datakit")),
                kind,
                Fraction.of(tariff.collectors()),
                price,
                price.times(Fraction.of(tariff.collectors())).rounded()));
    }
}
