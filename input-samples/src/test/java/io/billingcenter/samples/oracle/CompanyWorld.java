package io.billingcenter.samples.oracle;

import io.billingcenter.samples.oracle.Reference.Account;
import io.billingcenter.samples.oracle.Reference.Binding;
import io.billingcenter.samples.oracle.Reference.Card;
import io.billingcenter.samples.oracle.Reference.Contract;
import io.billingcenter.samples.oracle.Reference.Package;
import io.billingcenter.samples.oracle.Reference.Plan;
import io.billingcenter.samples.oracle.Reference.Policy;
import io.billingcenter.samples.oracle.Reference.Recharge;
import io.billingcenter.samples.oracle.Reference.Voucher;
import io.billingcenter.samples.oracle.Reference.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * The ordinary life of a company that bills its customers night after night: weekends, a holiday week, growth, customers
 * that come and leave, a yearly package, a day of eight times the sales, late files. Nothing in it is a mistake. Amounts
 * are large enough that limits of guards are limits of shares, and files are tiny: an item stands for any number of
 * records.
 *
 * <p>Prices are those that are shipped. One item never makes half of what an account is charged for a day.
 */
public final class CompanyWorld {

    /** The workspace of about 4 % of the charges in CNY whose producer stands still. */
    public static final String SILENT = "ws-crane-b";

    /** First and last day of that. */
    public static final LocalDate SILENT_FROM = LocalDate.of(2026, 10, 14);

    public static final LocalDate SILENT_TO = LocalDate.of(2026, 10, 17);

    /** Days after which a workspace-day gets no more files; its folder may be archived from then on. */
    public static final int LATEST_DAYS = 12;

    private static final LocalDate LONG_AGO = LocalDate.of(2026, 1, 1);
    private static final LocalDate SALES = LocalDate.of(2026, 9, 21);
    private static final LocalDate HOLIDAY = LocalDate.of(2026, 10, 1);
    private static final LocalDate HOLIDAY_END = LocalDate.of(2026, 10, 8);
    private static final LocalDate PACKAGE = LocalDate.of(2026, 10, 12);
    private static final int CLOSED_ON = 3;

    /**
     * Sources of a workspace's charges, each with its share in per cent, and the units that cost CNY 1 at list price.
     */
    private enum Source {
        INDEX_A("logging", "web", 23, 666_666),
        INDEX_B("logging", "app", 22, 666_666),
        TRACES("tracing", "", 25, 166_666),
        SERIES("ts", "cpu", 10, 1_428),
        VIEWS("rum_pv", "", 10, 5_000),
        TESTS("api_test", "", 5, 10_000),
        MESSAGES("csv:sms", "", 5, 10);

        final String name;
        final String subject;
        final int share;
        final long unitsOfOneYuan;

        Source(String name, String subject, int share, long unitsOfOneYuan) {
            this.name = name;
            this.subject = subject;
            this.share = share;
            this.unitsOfOneYuan = unitsOfOneYuan;
        }
    }

    /**
     * A workspace, and how it is used.
     *
     * @param yuan charges of a usual working day at the prices of CN sites in CNY
     * @param to first day without traffic
     */
    private record Customer(
            String workspace, String account, long yuan, LocalDate from, LocalDate to, boolean worksOnWeekends) {

        boolean sendsOn(LocalDate day) {
            return !day.isBefore(from) && day.isBefore(to) && (worksOnWeekends || !isWeekend(day));
        }
    }

    private final Random random;
    private final LocalDate first;
    private final LocalDate last;
    private final World world = new World();
    private final List<Customer> customers = new ArrayList<>();
    private final Reference reference = new Reference();
    private int number;

    private CompanyWorld(long seed, LocalDate first, LocalDate last) {
        this.random = new Random(seed * 6_271);
        this.first = first;
        this.last = last;
    }

    /**
     * The same world for the same seed and days. The events have their days in September and October 2026; those outside
     * of the days of the world do not happen.
     *
     * @param priceBooks the folder of the shipped books
     * @param last its month is not closed
     */
    public static World of(long seed, LocalDate first, LocalDate last, Path priceBooks) throws IOException {
        CompanyWorld making = new CompanyWorld(seed, first, last);
        making.world.books.read(priceBooks);
        making.world.solvent = true;
        making.make();
        return making.world;
    }

    private void make() {
        accounts();
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
            change(day);
            List<Item> items = usage(day);
            if (random.nextInt(3) == 0) {
                items.addAll(late(day));
            }
            world.steps.add(new World.Arrival(reference.copy(), items));
            world.steps.add(new World.Night(day));
            // The night of the 2nd runs on the 3rd, and so may the close after it.
            if (day.getDayOfMonth() == CLOSED_ON - 1 && first.isBefore(day.withDayOfMonth(1))) {
                world.steps.add(new World.Close(YearMonth.from(day).minusMonths(1)));
            }
        }
    }

    /* Who is billed. */

    private void accounts() {
        account("crane", "CNY");
        account("heron", "CNY");
        account("lotus", "CNY");
        account("pine", "CNY");
        account("reed", "CNY");
        account("swift", "USD");
        account("teal", "USD");
        customer("crane", "a", 14_000);
        customer("crane", "b", 2_400);
        customer("crane", "c", 7_000);
        customer("heron", "a", 11_000);
        customer("heron", "b", 3_000);
        customer("lotus", "a", 9_000);
        customer("lotus", "b", 6_000);
        customer("pine", "a", 5_000);
        customer("swift", "a", 19_000);
        customer("swift", "b", 8_000);
        customer("teal", "a", 12_000);
        add(new Customer("ws-heron-office", "heron", 900, first, Reference.OPEN, false), "wallet");
        add(new Customer("ws-lotus-free", "lotus", 500, first, Reference.OPEN, true), "wallet");
        add(new Customer("ws-pine-cloud", "pine", 4_000, first, Reference.OPEN, true), "aliyun");
        // Below 1 % of the charges in their currencies.
        add(new Customer("ws-reed-a", "reed", 350, first, LocalDate.of(2026, 9, 12), true), "wallet");
        add(new Customer("ws-reed-b", "reed", 300, first, LocalDate.of(2026, 10, 10), true), "wallet");
        add(new Customer("ws-teal-trial", "teal", 200, first, LocalDate.of(2026, 9, 26), true), "wallet");
        reference.plans.add(new Plan("ws-lotus-free", "free", LONG_AGO, Reference.OPEN));
        reference.policies.add(new Policy("ws-crane-a", "log", "app", 7, LONG_AGO, 0));
        reference.policies.add(new Policy("ws-heron-a", "trace", "", 7, LONG_AGO, 0));
        instruments();
    }

    private void account(String name, String currency) {
        reference.accounts.add(new Account("acct-" + name, currency, currency.equals("CNY")));
        reference.recharges.add(new Recharge("r-" + name, "acct-" + name, Fraction.of(4_000_000), first.minusDays(3)));
    }

    private void customer(String account, String name, long yuan) {
        add(new Customer("ws-" + account + "-" + name, account, yuan, first, Reference.OPEN, true), "wallet");
    }

    private void add(Customer customer, String settlement) {
        customers.add(customer);
        String id = customer.workspace();
        reference.workspaces.add(new Workspace(id, "cn1", "es", "website"));
        String vendorAccount = settlement.equals("wallet") ? "" : "v-" + id;
        LocalDate from = customer.from().equals(first) ? LONG_AGO : customer.from();
        reference.bindings.add(
                new Binding(id, "acct-" + customer.account(), settlement, vendorAccount, from, Reference.OPEN));
    }

    private void instruments() {
        for (int i = 0; i < 9; i++) {
            LocalDate activated = LONG_AGO.plusMonths(i % 4);
            reference.vouchers.add(new Voucher(
                    "v-old-" + i, "acct-heron", "ordinary", Fraction.of(50), activated, LocalDate.of(2026, 8, 1)));
        }
        for (String account : List.of("crane", "heron", "swift")) {
            reference.vouchers.add(new Voucher(
                    "v-" + account,
                    "acct-" + account,
                    "ordinary",
                    Fraction.of(30_000),
                    first.minusDays(2),
                    LocalDate.of(2027, 3, 1)));
            reference.vouchers.add(new Voucher(
                    "v-full-" + account,
                    "acct-" + account,
                    "full_reduction",
                    Fraction.of(25_000),
                    first.plusDays(9),
                    LocalDate.of(2027, 3, 1)));
            reference.cards.add(new Card(
                    "c-" + account,
                    "acct-" + account,
                    Fraction.of(100_000),
                    first.plusDays(4),
                    LocalDate.of(2027, 8, 1)));
        }
        for (String meter : List.of("sms", "synthetic")) {
            reference.contracts.add(new Contract(
                    "acct-pine", Tier.flat(meter), Fraction.of("0.9"), LONG_AGO, LocalDate.of(2026, 9, 30)));
        }
        reference.contracts.add(
                new Contract("acct-heron", new Tier("log", 14), Fraction.of("1.4"), LONG_AGO, Reference.OPEN));
    }

    /** Makes the changes before the night of a day. */
    private void change(LocalDate day) {
        if (day.equals(LocalDate.of(2026, 9, 18))) {
            account("vole", "CNY");
            add(new Customer("ws-vole-a", "vole", 1_500, day, Reference.OPEN, true), "wallet");
        }
        if (day.equals(LocalDate.of(2026, 9, 24))) {
            // Agreed late, for two days back: an adjustment below zero of less than 5 % of a day.
            Tier traces = new Tier("trace", 14);
            reference.contracts.add(
                    new Contract("acct-lotus", traces, Fraction.of("5.5"), day.minusDays(2), Reference.OPEN));
        }
        if (day.equals(HOLIDAY)) {
            reference.vouchers.removeIf(voucher -> voucher.id().startsWith("v-old"));
            reference.contracts.removeIf(contract -> !contract.to().isAfter(day));
        }
        if (day.equals(LocalDate.of(2026, 10, 10))) {
            reference.bindings.replaceAll(
                    binding -> binding.workspace().equals("ws-reed-b") ? ended(binding, day) : binding);
        }
        if (day.equals(PACKAGE)) {
            reference.packages.add(
                    new Package("p-lotus", "acct-lotus", "growth", day, List.of("ws-lotus-a", "ws-lotus-b")));
        }
        if (day.equals(LocalDate.of(2026, 10, 13))) {
            add(new Customer("ws-heron-new", "heron", 2_500, day, Reference.OPEN, true), "wallet");
        }
        if (day.getDayOfMonth() == 1) {
            reference.recharges.add(
                    new Recharge("r-teal-" + day, "acct-teal", Fraction.of(50_000 + random.nextInt(9_000)), day));
        }
    }

    private static Binding ended(Binding binding, LocalDate day) {
        return new Binding(
                binding.workspace(),
                binding.account(),
                binding.settlement(),
                binding.vendorAccount(),
                binding.from(),
                day);
    }

    /* What they use. */

    private List<Item> usage(LocalDate day) {
        List<Item> items = new ArrayList<>();
        for (Customer customer : customers) {
            boolean silent =
                    customer.workspace().equals(SILENT) && !day.isBefore(SILENT_FROM) && !day.isAfter(SILENT_TO);
            if (customer.sendsOn(day) && !silent) {
                items.addAll(usage(customer, day, 100));
            }
        }
        return items;
    }

    /** Between 92 and 108 per cent of what is usual on such a day. */
    private List<Item> usage(Customer customer, LocalDate day, int percent) {
        List<Item> items = new ArrayList<>();
        boolean dollars =
                reference.account("acct-" + customer.account()).currency().equals("USD");
        for (Source source : Source.values()) {
            // Messages have no price in USD.
            boolean offered = source != Source.MESSAGES || !dollars;
            long yuan = customer.yuan() * source.share * factor(day) / 1_000 * percent / 100;
            long units = yuan * source.unitsOfOneYuan / 100 * (92 + random.nextInt(17)) / 100;
            if (offered && units > 0) {
                items.add(new Item(
                        "i" + number++,
                        customer.workspace(),
                        day,
                        random.nextInt(24),
                        source.name,
                        source.subject,
                        units));
            }
        }
        return items;
    }

    /** In thousandths of a working day at the beginning. */
    private long factor(LocalDate day) {
        long growth = 1_000 + 3 * (day.toEpochDay() - first.toEpochDay());
        if (day.equals(SALES)) {
            return 8 * growth;
        }
        if (!day.isBefore(HOLIDAY) && day.isBefore(HOLIDAY_END)) {
            return growth * 3 / 10;
        }
        return isWeekend(day) ? growth * 6 / 10 : growth;
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    /** Some hours of a day or of several, up to ten days ago, of some customers. */
    private List<Item> late(LocalDate night) {
        Map<String, Item> items = new TreeMap<>();
        for (Customer customer : customers) {
            LocalDate day = night.minusDays(1 + random.nextInt(LATEST_DAYS - 2));
            boolean silent = customer.workspace().equals(SILENT) && !day.isBefore(SILENT_FROM);
            if (random.nextInt(3) == 0 && !day.isBefore(first) && customer.sendsOn(day) && !silent) {
                usage(customer, day, 1 + random.nextInt(12)).stream()
                        .filter(item -> !item.source().equals("ts"))
                        .forEach(item -> items.put(item.id(), item));
            }
        }
        return new ArrayList<>(items.values());
    }
}
