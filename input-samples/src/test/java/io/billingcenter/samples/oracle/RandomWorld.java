package io.billingcenter.samples.oracle;

import io.billingcenter.samples.oracle.Reference.Account;
import io.billingcenter.samples.oracle.Reference.Binding;
import io.billingcenter.samples.oracle.Reference.Card;
import io.billingcenter.samples.oracle.Reference.Contract;
import io.billingcenter.samples.oracle.Reference.Pack;
import io.billingcenter.samples.oracle.Reference.Package;
import io.billingcenter.samples.oracle.Reference.Plan;
import io.billingcenter.samples.oracle.Reference.Policy;
import io.billingcenter.samples.oracle.Reference.Recharge;
import io.billingcenter.samples.oracle.Reference.Release;
import io.billingcenter.samples.oracle.Reference.Tariff;
import io.billingcenter.samples.oracle.Reference.Unlock;
import io.billingcenter.samples.oracle.Reference.Voucher;
import io.billingcenter.samples.oracle.Reference.Workspace;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/** Makes a world from a seed; it obeys the rules of the import, so that every night must succeed. */
public final class RandomWorld {

    /** What a world may contain. */
    public enum Feature {
        /** Plans of the time before 2023-04-20. */
        LEGACY,
        /** Yearly packages and traffic packs. */
        PACKAGES,
        /** Tariffs of private deployments. */
        PRIVATE,
        /** Vouchers, cards and recharges. */
        INSTRUMENTS,
        /** Cloud accounts that are released. */
        RELEASES,
        /** Two weeks without a run, so that arrears become locks, and unlocks. */
        LOCKS
    }

    private static final LocalDate LONG_AGO = LocalDate.of(2026, 1, 1);
    private static final String[] VENDORS = {"aliyun", "aliyun_intl", "aws", "huawei", "azure"};
    private static final String[] SOURCES = {
        "ts",
        "logging",
        "logging_bytes",
        "keyevent",
        "security",
        "tracing",
        "rum_pv",
        "backup_log_s3_bytes",
        "backup_log_guance_bytes",
        "api_test",
        "privacy_scan_bytes",
        "report",
        "pipeline_processed_bytes",
        "datakit",
        "csv:profile",
        "csv:network",
        "csv:session_replay",
        "csv:trigger",
        "csv:sms",
        "csv:span",
        "csv:rum_resource"
    };

    private final Random random;
    private final Set<Feature> features;
    private final World world = new World();
    private final Set<String> moved = new HashSet<>();
    private final Map<String, Boolean> asRecords = new HashMap<>();
    private final LocalDate start;
    private final int nights;
    private Reference reference = new Reference();
    private YearMonth toClose = YearMonth.of(2026, 10);
    private int number;

    private RandomWorld(long seed, Set<Feature> features) {
        this.random = new Random(seed * 7919);
        this.features = features;
        this.start = LocalDate.of(2026, 10, 26).plusDays(random.nextInt(7));
        this.nights = 3 + random.nextInt(4);
    }

    /** Always the same world for the same seed and features. */
    public static World of(long seed, Set<Feature> features) {
        RandomWorld making = new RandomWorld(seed, features);
        making.make();
        return making.world;
    }

    private void make() {
        priceBooks();
        for (int i = 0; i < 2 + random.nextInt(2); i++) {
            reference.accounts.add(new Account("acct-" + i, chance(70) ? "CNY" : "USD", random.nextBoolean()));
        }
        int workspaces = 3 + random.nextInt(4);
        for (int i = 0; i < workspaces; i++) {
            workspace("ws-" + i);
        }
        for (int i = 0; i < 8; i++) {
            contract();
            instrument();
        }
        if (features.contains(Feature.PACKAGES)) {
            for (int i = 0; i < random.nextInt(4); i++) {
                yearlyPackage();
            }
        }
        LocalDate day = start;
        LocalDate last = start;
        int gapBefore = 1 + random.nextInt(4);
        for (int night = 0; night < nights; night++) {
            LocalDate runs = chance(15) ? day.plusDays(1) : day;
            if (features.contains(Feature.LOCKS) && night == gapBefore) {
                runs = day.plusDays(12 + random.nextInt(4));
                world.steps.add(new World.Settle(runs.minusDays(1)));
                day = runs.minusDays(2);
            }
            closeBefore(runs);
            night(day, runs);
            last = runs;
            day = runs.plusDays(1);
        }
        if (YearMonth.from(last).isAfter(toClose)) {
            world.steps.add(new World.Close(toClose));
        }
        world.steps.add(new World.Close(YearMonth.from(last)));
    }

    /** Closes October some night after its last one. */
    private void closeBefore(LocalDate now) {
        if (YearMonth.from(now).isAfter(toClose) && chance(50)) {
            world.steps.add(new World.Close(toClose));
            toClose = YearMonth.from(now);
        }
    }

    private void night(LocalDate from, LocalDate runs) {
        List<Item> items = new ArrayList<>();
        for (LocalDate day = from; !day.isAfter(runs); day = day.plusDays(1)) {
            items.addAll(usage(day, 70));
        }
        if (from.isAfter(start)) {
            changes();
            if (chance(50)) {
                items.addAll(usage(
                        from.minusDays(1 + random.nextInt((int) (from.toEpochDay() - start.toEpochDay()))), 40));
            }
        }
        arriveAndRun(runs, items);
        if (chance(20)) {
            changes();
            arriveAndRun(runs, chance(60) ? usage(runs, 50) : List.of());
        }
    }

    private void arriveAndRun(LocalDate runs, List<Item> items) {
        world.steps.add(new World.Arrival(reference.copy(), items));
        world.steps.add(new World.Night(runs));
    }

    /* Price books. */

    private void priceBooks() {
        priceBook(chance(80) ? LONG_AGO : start.plusDays(1));
        for (int i = 0; i < random.nextInt(3); i++) {
            priceBook(start.plusDays(1 + random.nextInt(5)));
        }
    }

    private void priceBook(LocalDate from) {
        boolean legacy = features.contains(Feature.LEGACY) && random.nextBoolean();
        Map<PriceBooks.Position, Fraction> prices = new HashMap<>();
        for (String meter : new TreeSet<>(Tier.UNITS.keySet())) {
            for (int days : Tier.daysOf(meter)) {
                if (!meter.equals("datakit") || legacy) {
                    Tier tier = new Tier(meter, days);
                    prices.put(new PriceBooks.Position(tier, "cn", "CNY"), price(meter));
                    for (String column : List.of("os CNY", "cn USD", "os USD")) {
                        if (!chance(3)) {
                            String[] parts = column.split(" ");
                            prices.put(new PriceBooks.Position(tier, parts[0], parts[1]), price(meter));
                        }
                    }
                }
            }
        }
        world.books.books.put(from, prices);
    }

    private Fraction price(String meter) {
        int decimals = random.nextInt(4) + (chance(10) ? 4 : 0);
        int most = meter.equals("network_host") || meter.equals("report") ? 3 : 8;
        return new Fraction(
                BigInteger.valueOf(random.nextInt(most * 10_000_000)).divide(BigInteger.TEN.pow(7 - decimals)),
                BigInteger.TEN.pow(decimals));
    }

    /* Reference data. */

    private void workspace(String id) {
        String channel = chance(65) ? "website" : pick(VENDORS);
        String site = chance(70) ? pick("cn1", "cn2", "cn4") : pick("us1", "cn6", "eu1");
        if (chance(95)) {
            reference.workspaces.add(new Workspace(id, site, chance(90) ? "es" : "exclusive", channel));
            Account account = pick(reference.accounts);
            String settlement = channel.equals("website") ? (chance(70) ? "wallet" : pick(VENDORS)) : channel;
            if (chance(93)) {
                reference.bindings.add(new Binding(
                        id, account.id(), settlement, vendorAccount(settlement, account), LONG_AGO, Reference.OPEN));
            }
            plans(id);
            policies(id);
        }
    }

    private static String vendorAccount(String settlement, Account account) {
        return settlement.equals("wallet") ? "" : settlement + "-" + account.id();
    }

    private void plans(String workspace) {
        LocalDate later = start.plusDays(random.nextInt(5));
        if (chance(12)) {
            reference.plans.add(new Plan(workspace, "free", LONG_AGO, chance(50) ? later : Reference.OPEN));
        } else if (chance(10)) {
            reference.plans.add(new Plan(workspace, "private", LONG_AGO, Reference.OPEN));
            if (features.contains(Feature.PRIVATE)) {
                tariffs(workspace);
            }
        } else if (chance(40)) {
            LocalDate end = chance(50) ? later : Reference.OPEN;
            reference.plans.add(new Plan(workspace, chargedPlan(), LONG_AGO, end));
            if (!end.equals(Reference.OPEN) && chance(50)) {
                reference.plans.add(new Plan(workspace, chargedPlan(), end, Reference.OPEN));
            }
        }
    }

    private String chargedPlan() {
        return features.contains(Feature.LEGACY)
                ? pick("commercial", "commercial_ingest", "legacy_default", "legacy_default", "legacy_series")
                : pick("commercial", "commercial_ingest");
    }

    private void tariffs(String workspace) {
        String scheme = pick("payg", "payg", "subscription", "licence");
        Fraction price = Fraction.of(random.nextInt(100_000)).over(Fraction.of(100));
        LocalDate from = start.plusDays(random.nextInt(4)).minusYears(random.nextInt(3));
        LocalDate to = chance(20) ? start.plusDays(2 + random.nextInt(3)) : Reference.OPEN;
        if (from.isBefore(to)) {
            reference.tariffs.add(new Tariff(
                    workspace, scheme, 1 + random.nextInt(50), price, Fraction.of(random.nextInt(200)), from, to));
        }
    }

    private void policies(String workspace) {
        for (int i = 0; i < 4; i++) {
            String data = pick("metric", "log", "trace", "profile", "rum");
            String subject = data.equals("metric") || data.equals("log") ? pick("", "a", "b") : "";
            List<Integer> days = Tier.daysOf(
                    switch (data) {
                        case "metric" -> "series";
                        case "rum" -> "rum_pv";
                        default -> data;
                    });
            boolean old = chance(60);
            Policy policy = new Policy(
                    workspace,
                    data,
                    subject,
                    pick(days),
                    old ? LONG_AGO : start.plusDays(random.nextInt(4)),
                    old ? 0 : random.nextInt(24));
            boolean twice = reference.policies.stream()
                    .anyMatch(other -> other.workspace().equals(workspace)
                            && other.data().equals(data)
                            && other.subject().equals(subject)
                            && other.day().equals(policy.day())
                            && other.hour() == policy.hour());
            if (!twice) {
                reference.policies.add(policy);
            }
        }
    }

    private void contract() {
        Account account = pick(reference.accounts);
        List<String> meters = Tier.UNITS.keySet().stream()
                .filter(meter -> !meter.equals("datakit"))
                .sorted()
                .toList();
        String meter = pick(meters);
        Tier tier = new Tier(meter, pick(Tier.daysOf(meter)));
        LocalDate from = chance(50) ? LONG_AGO : start.plusDays(random.nextInt(4));
        LocalDate to = chance(50) ? Reference.OPEN : start.plusDays(4 + random.nextInt(3));
        boolean twice = reference.contracts.stream()
                .anyMatch(other ->
                        other.account().equals(account.id()) && other.tier().equals(tier));
        if (!twice) {
            reference.contracts.add(new Contract(account.id(), tier, price(meter), from, to));
        }
    }

    private void instrument() {
        if (!features.contains(Feature.INSTRUMENTS)) {
            return;
        }
        String account = pick(reference.accounts).id();
        LocalDate from = start.plusDays(random.nextInt(8) - 2);
        LocalDate expires = from.plusDays(1 + random.nextInt(6));
        Fraction amount = Fraction.of(1 + random.nextInt(20_000)).over(Fraction.of(100));
        String id = "i" + number++;
        if (features.contains(Feature.LOCKS) && chance(25)) {
            LocalDate day = start.plusDays(random.nextInt(22));
            boolean twice = reference.unlocks.stream()
                    .anyMatch(other ->
                            other.account().equals(account) && other.day().equals(day));
            if (!twice) {
                reference.unlocks.add(new Unlock(account, day));
            }
            reference.recharges.add(new Recharge(
                    id + "-cure", account, amount.times(Fraction.of(20)), day.minusDays(random.nextInt(3))));
        }
        switch (random.nextInt(4)) {
            case 0 -> reference.vouchers.add(new Voucher(id, account, "ordinary", amount, from, expires));
            case 1 -> reference.vouchers.add(new Voucher(id, account, "full_reduction", amount, from, expires));
            case 2 ->
                reference.cards.add(new Card(id, account, Fraction.of(100 + 100L * random.nextInt(2)), from, expires));
            default -> reference.recharges.add(new Recharge(id, account, amount, from));
        }
    }

    private void release() {
        List<Binding> clouds = reference.bindings.stream()
                .filter(binding -> !binding.settlement().equals("wallet"))
                .toList();
        if (!clouds.isEmpty()) {
            Binding cloud = pick(clouds);
            boolean twice = reference.releases.stream()
                    .anyMatch(other -> other.vendorAccount().equals(cloud.vendorAccount()));
            if (!twice) {
                reference.releases.add(new Release(
                        cloud.settlement(), cloud.vendorAccount(), start.plusDays(random.nextInt(nights + 1))));
            }
        }
    }

    private void yearlyPackage() {
        List<Account> accounts = reference.accounts.stream()
                .filter(account -> account.currency().equals("CNY"))
                .toList();
        List<String> workspaces = new ArrayList<>(reference.workspaces.stream()
                .map(Workspace::id)
                .filter(any -> chance(70))
                .toList());
        Collections.shuffle(workspaces, random);
        if (accounts.isEmpty() || workspaces.isEmpty()) {
            return;
        }
        String id = "pkg-" + number++;
        LocalDate from = chance(50)
                ? start.minusDays(random.nextInt(300))
                : start.plusDays(random.nextInt(5)).minusYears(random.nextInt(2));
        reference.packages.add(new Package(id, pick(accounts).id(), "starter", from, workspaces));
        for (int i = 0; i < random.nextInt(3); i++) {
            String meter = pick("datakit", "log", "trace", "rum_pv", "synthetic", "trigger", "sms");
            long quantity = PackageList.minimumBuy(meter) * (1 + random.nextInt(3));
            Fraction discount = Fraction.of(random.nextInt(1_000_001)).over(Fraction.of(1_000_000));
            reference.packs.add(new Pack("pack-" + number++, id, meter, quantity, discount));
        }
    }

    /** What people change between two nights, also back in time. */
    private void changes() {
        if (chance(40)) {
            contract();
        }
        if (chance(60)) {
            instrument();
        }
        if (chance(40)) {
            moveBinding();
        }
        if (chance(10)) {
            reference.packages.stream().findFirst().ifPresent(any -> {
                reference.packages.remove(any);
                reference.packs.removeIf(pack -> pack.packageId().equals(any.id()));
            });
        }
        if (chance(10) && features.contains(Feature.PACKAGES)) {
            yearlyPackage();
        }
        if (chance(25) && features.contains(Feature.RELEASES)) {
            release();
        }
    }

    /** Once per workspace: the wallet instead of a vendor or a vendor instead of the wallet, or another account, or nobody. */
    private void moveBinding() {
        if (reference.bindings.isEmpty()) {
            return;
        }
        Binding old = pick(reference.bindings);
        Workspace workspace = reference.workspace(old.workspace()).orElseThrow();
        LocalDate from = start.plusDays(random.nextInt(nights + 1));
        if (!moved.add(old.workspace())) {
            return;
        }
        Account account = reference.account(old.account());
        Binding ended =
                new Binding(old.workspace(), old.account(), old.settlement(), old.vendorAccount(), old.from(), from);
        List<Account> others = reference.accounts.stream()
                .filter(other -> other.certified() == account.certified() && !other.equals(account))
                .toList();
        reference.bindings.remove(old);
        reference.bindings.add(ended);
        if (chance(20)) {
            return;
        }
        if (old.settlement().equals("wallet") && !others.isEmpty() && chance(60)) {
            Account other = pick(others);
            reference.bindings.add(new Binding(old.workspace(), other.id(), "wallet", "", from, Reference.OPEN));
        } else if (workspace.channel().equals("website")) {
            String settlement = old.settlement().equals("wallet") ? pick(VENDORS) : "wallet";
            reference.bindings.add(new Binding(
                    old.workspace(),
                    old.account(),
                    settlement,
                    vendorAccount(settlement, account),
                    from,
                    Reference.OPEN));
        }
    }

    /* Usage. */

    private List<Item> usage(LocalDate day, int percent) {
        List<Item> items = new ArrayList<>();
        List<String> workspaces = new ArrayList<>(List.of("ws-unknown"));
        reference.workspaces.forEach(workspace -> workspaces.add(workspace.id()));
        for (String workspace : workspaces) {
            if (chance(workspace.equals("ws-unknown") ? 10 : percent)) {
                for (int i = 0; i < 1 + random.nextInt(7); i++) {
                    items.add(item(workspace, day));
                }
            }
        }
        return items;
    }

    private Item item(String workspace, LocalDate day) {
        String source = pick(SOURCES);
        boolean records = asRecords.computeIfAbsent(workspace, any -> random.nextBoolean());
        if (source.equals("tracing") || source.equals("csv:span")) {
            source = records ? "csv:span" : "tracing";
        } else if (source.equals("rum_pv") || source.equals("csv:rum_resource")) {
            source = records ? "csv:rum_resource" : "rum_pv";
        }
        String subject = List.of("ts", "logging", "logging_bytes").contains(source) ? pick("a", "b", "c") : "";
        if (List.of("csv:network", "csv:session_replay", "csv:span").contains(source)) {
            subject = "e" + random.nextInt(5);
        } else if (source.equals("csv:trigger")) {
            subject = "slo";
        }
        return new Item("r" + number++, workspace, day, random.nextInt(24), source, subject, amount(source));
    }

    private long amount(String source) {
        long units = switch (source) {
            case "ts" -> 1_000;
            case "logging", "keyevent", "security" -> 20_000_000;
            case "tracing" -> 3_000_000;
            case "csv:span" -> 30_000_000;
            case "rum_pv" -> 200_000;
            case "csv:rum_resource" -> 20_000_000;
            case "api_test", "csv:trigger" -> 100_000;
            case "csv:profile" -> 10_000;
            case "report", "csv:network" -> 4;
            case "datakit" -> 15;
            case "csv:sms" -> 90;
            case "csv:session_replay" -> 20;
            default -> 1_000_000_000;
        };
        return source.equals("csv:network") ? 1 : 1 + random.nextInt(1_000_000) * units / 250_000;
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private String pick(String... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
