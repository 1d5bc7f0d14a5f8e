package io.billingcenter.samples.oracle;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What the reference folder says, row by row; a world changes it between nights. */
final class Reference {

    /** The end of what is open. */
    static final LocalDate OPEN = LocalDate.MAX;

    /** An account without a name of its own is named by its id. */
    record Account(String id, String name, String currency, boolean certified) {
        Account(String id, String currency, boolean certified) {
            this(id, id, currency, certified);
        }
    }

    record Workspace(String id, String name, String site, String storage, String channel) {
        Workspace(String id, String site, String storage, String channel) {
            this(id, id, site, storage, channel);
        }

        /** Price group of the site (billing rules 5.2). */
        String group() {
            return List.of("cn1", "cn2", "cn3", "cn4", "cn5").contains(site) ? "cn" : "os";
        }
    }

    record Binding(
            String workspace, String account, String settlement, String vendorAccount, LocalDate from, LocalDate to) {}

    record Plan(String workspace, String plan, LocalDate from, LocalDate to) {}

    /** In force from the start of that hour of that day, UTC+8. */
    record Policy(String workspace, String data, String subject, int days, LocalDate day, int hour) {}

    record Contract(String account, Tier tier, Fraction price, LocalDate from, LocalDate to) {}

    record Voucher(String id, String account, String kind, Fraction amount, LocalDate activated, LocalDate expires) {}

    record Card(String id, String account, Fraction amount, LocalDate purchased, LocalDate expires) {}

    record Recharge(String id, String account, Fraction amount, LocalDate day) {}

    record Package(String id, String account, String kind, LocalDate from, List<String> workspaces) {
        /** In force for one year. */
        LocalDate to() {
            return from.plusYears(1);
        }
    }

    record Pack(String id, String packageId, String meter, long quantity, Fraction discount) {}

    /** What a private deployment pays; numbers that the scheme does not have are zero. */
    record Tariff(
            String workspace,
            String scheme,
            long collectors,
            Fraction price,
            Fraction maintenance,
            LocalDate from,
            LocalDate to) {}

    record Release(String settlement, String vendorAccount, LocalDate day) {}

    record Unlock(String account, LocalDate day) {}

    /** To whom the invoices of an account are addressed. */
    record Profile(String account, String title, String taxId, LocalDate from, LocalDate to) {}

    /** Above it an alert is raised; the meter is empty for everything that a workspace is charged. */
    record Threshold(String workspace, String meter, Fraction amount, LocalDate from, LocalDate to) {}

    final List<Account> accounts = new ArrayList<>();
    final List<Workspace> workspaces = new ArrayList<>();
    final List<Binding> bindings = new ArrayList<>();
    final List<Plan> plans = new ArrayList<>();
    final List<Policy> policies = new ArrayList<>();
    final List<Contract> contracts = new ArrayList<>();
    final List<Voucher> vouchers = new ArrayList<>();
    final List<Card> cards = new ArrayList<>();
    final List<Recharge> recharges = new ArrayList<>();
    final List<Package> packages = new ArrayList<>();
    final List<Pack> packs = new ArrayList<>();
    final List<Tariff> tariffs = new ArrayList<>();
    final List<Release> releases = new ArrayList<>();
    final List<Unlock> unlocks = new ArrayList<>();
    final List<Threshold> thresholds = new ArrayList<>();
    final List<Profile> profiles = new ArrayList<>();

    Reference copy() {
        Reference copy = new Reference();
        copy.accounts.addAll(accounts);
        copy.workspaces.addAll(workspaces);
        copy.bindings.addAll(bindings);
        copy.plans.addAll(plans);
        copy.policies.addAll(policies);
        copy.contracts.addAll(contracts);
        copy.vouchers.addAll(vouchers);
        copy.cards.addAll(cards);
        copy.recharges.addAll(recharges);
        copy.packages.addAll(packages);
        copy.packs.addAll(packs);
        copy.tariffs.addAll(tariffs);
        copy.releases.addAll(releases);
        copy.unlocks.addAll(unlocks);
        copy.thresholds.addAll(thresholds);
        copy.profiles.addAll(profiles);
        return copy;
    }

    Account account(String id) {
        return first(accounts, row -> row.id().equals(id)).orElseThrow();
    }

    Optional<Workspace> workspace(String id) {
        return first(workspaces, row -> row.id().equals(id));
    }

    Optional<Binding> binding(String workspace, LocalDate day) {
        return first(bindings, row -> row.workspace().equals(workspace) && isIn(day, row.from(), row.to()));
    }

    Optional<Profile> profile(String account, LocalDate day) {
        return first(profiles, row -> row.account().equals(account) && isIn(day, row.from(), row.to()));
    }

    /** Without a row a workspace is commercial. */
    String plan(String workspace, LocalDate day) {
        return first(plans, row -> row.workspace().equals(workspace) && isIn(day, row.from(), row.to()))
                .map(Plan::plan)
                .orElse("commercial");
    }

    Optional<Tariff> tariff(String workspace, LocalDate day) {
        return first(tariffs, row -> row.workspace().equals(workspace) && isIn(day, row.from(), row.to()));
    }

    Optional<Fraction> contract(String account, Tier tier, LocalDate day) {
        return first(
                        contracts,
                        row -> row.account().equals(account)
                                && row.tier().equals(tier)
                                && isIn(day, row.from(), row.to()))
                .map(Contract::price);
    }

    static boolean isIn(LocalDate day, LocalDate from, LocalDate to) {
        return !day.isBefore(from) && day.isBefore(to);
    }

    private static <T> Optional<T> first(List<T> rows, Predicate<T> condition) {
        return rows.stream().filter(condition).findFirst();
    }
}
