package io.billingcenter.domain.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import io.billingcenter.domain.account.SettlementMethod;
import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.usage.Meter;
import io.billingcenter.domain.usage.MeterTier;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Verifies that refunds of a line return to the sources that paid that very line: as a table of cases, and line by line
 * against {@link ReferenceWallet}.
 */
class LineRefundsTest {

    private static final int DAYS = 25;
    private static final int SEEDS = 200;
    private static final int MANY_SEEDS = 5_000;

    private static final LineKey REPORTS = AccountTimeline.line(1, "ws", Meter.REPORT);
    private static final LineKey MESSAGES = AccountTimeline.line(1, "ws", Meter.SMS);

    @ParameterizedTest(name = "{0}, messages: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            # what was there            | messages | paid by    | taken back on day 9
            ordinary 10                 | false | 10 - - - -      | -4 - - - -
            full 10                     | false | 10 - - - -      | -4 - - - -
            card 10                     | false | - 10 - - -      | - -4 - - -
            cash 10                     | false | - - 10 - -      | - - -4 - -
            nothing                     | false | - - - - 10      | - - - - -4
            ordinary 7, cash 10         | false | 7 - 3 - -       | -1 - -3 - -
            ordinary 7, card 2, cash 10 | false | 7 2 1 - -       | -1 -2 -1 - -
            ordinary 9                  | false | 9 - - - 1       | -3 - - - -1
            ordinary 10, cash 10        | true  | - - 10 - -      | - - -4 - -
            ordinary 10, card 10        | true  | - 10 - - -      | - -4 - - -
            """)
    void theNewestBillDoesNotDecide(String wallet, boolean messages, String first, String back) {
        AccountTimeline story = new AccountTimeline();
        for (String item : wallet.split(", ")) {
            String amount = item.substring(item.indexOf(' ') + 1);
            switch (item.split(" ")[0]) {
                case "ordinary" -> story.ordinary("o", amount, 1, 30);
                case "full" -> story.fullReduction("f", amount, 1, 30);
                case "card" -> story.card("c", amount, 1, 30);
                case "cash" -> story.recharge("r", amount, 1);
                default -> assertThat(item).isEqualTo("nothing");
            }
        }
        LineKey line = messages ? MESSAGES : REPORTS;
        story.ordinary("later", "50", 8, 30);
        post(story, 1, line, "10");
        post(story, 8, AccountTimeline.line(8, "ws", Meter.PIPELINE), "50");
        post(story, 9, line, "-4");
        story.settle(DAYS);
        assertThat(story.paid(1)).isEqualTo(first);
        assertThat(story.paid(9)).isEqualTo(back);
    }

    @Test
    void whatClearedTheDebtOfTheLineIsItsNewestPayment() {
        AccountTimeline story = new AccountTimeline()
                .ordinary("o", "6", 1, 30)
                .recharge("r", "20", 5)
                .ordinary("p", "3", 6, 30);
        post(story, 1, REPORTS, "10");
        post(story, 7, REPORTS, "3");
        post(story, 9, REPORTS, "-11");
        story.settle(DAYS);
        assertThat(story.paid(1)).isEqualTo("6 - - - 4");
        assertThat(story.paid(7)).isEqualTo("3 - - - -");
        assertThat(story.paid(9)).isEqualTo("-7 - -4 - -");
        assertThat(story.sum(LedgerAccount.VOUCHER, "p")).isEqualTo(AccountTimeline.cny("3"));
        assertThat(story.sum(LedgerAccount.VOUCHER, "o")).isEqualTo(AccountTimeline.cny("4"));
    }

    @Test
    void anExpiredVoucherGetsItBackAndIsVoidAtOnce() {
        AccountTimeline story = new AccountTimeline().ordinary("o", "10", 1, 5).recharge("r", "100", 1);
        post(story, 1, REPORTS, "10");
        post(story, 8, MESSAGES, "10");
        post(story, 9, REPORTS, "-4");
        story.settle(DAYS);
        assertThat(story.paid(9)).isEqualTo("-4 - - - -");
        assertThat(story.sum(LedgerAccount.VOUCHER, "o")).isEqualTo(AccountTimeline.cny("0"));
        assertThat(story.sum(LedgerAccount.EXPIRED, "")).isEqualTo(AccountTimeline.cny("4"));
        assertThat(story.state.cash()).isEqualTo(AccountTimeline.cny("90"));
    }

    @Test
    void whatComesBackOnABillPaysItsOtherLinesFirst() {
        AccountTimeline story = new AccountTimeline().ordinary("o", "10", 1, 30);
        post(story, 1, REPORTS, "10");
        post(story, 2, REPORTS, "-10");
        post(story, 2, AccountTimeline.line(1, "ws", Meter.LOG), "12");
        story.settle(DAYS);
        assertThat(story.paid(2)).isEqualTo("- - - - 2");
        assertThat(story.paid(2, "ws", true)).isEqualTo("- - - - 2");
    }

    @Test
    void whatNoPaymentIsKnownOfReducesTheDebtAndThenGrowsTheCashButNeverAVoucher() {
        AccountTimeline story = new AccountTimeline().ordinary("o", "5", 1, 30);
        post(story, 1, REPORTS, "12");
        post(story, 2, MESSAGES, "-9");
        story.settle(DAYS);
        assertThat(story.paid(1)).isEqualTo("5 - - - 7");
        assertThat(story.paid(2)).isEqualTo("- - -2 - -7");
        assertThat(story.state.cash()).isEqualTo(AccountTimeline.cny("2"));
        assertThat(story.state.owed()).isEqualTo(AccountTimeline.cny("0"));
        assertThat(story.statusOn(2)).isEqualTo(AccountStatus.COUNTDOWN);
        assertThat(story.statusOn(3)).isEqualTo(AccountStatus.ACTIVE);
    }

    @Test
    void everyLineOfRandomHistoriesIsPaidAndGivenBackAsByThePlainCalculation() {
        Map<String, Integer> given = new TreeMap<>();
        for (int seed = 0; seed < SEEDS; seed++) {
            compare(seed, given);
        }
        assertThat(given)
                .containsKeys(
                        "voucher",
                        "full voucher",
                        "void voucher",
                        "void card",
                        "card",
                        "cash",
                        "owed",
                        "vendor",
                        "mixed",
                        "unknown",
                        "card of a line without vouchers",
                        "cash of a line without vouchers",
                        "owed of a line without vouchers",
                        "vendor of a line without vouchers")
                .doesNotContainKeys("voucher of a line without vouchers", "full voucher of a line without vouchers");
        assertThat(given.values().stream().mapToInt(Integer::intValue).sum()).isGreaterThan(2_000);
    }

    @Test
    @Tag("long")
    @Tag("exhaustive")
    void thousandsOfHistoriesAreTheSame() {
        for (int seed = SEEDS; seed < MANY_SEEDS; seed++) {
            compare(seed, new TreeMap<>());
        }
    }

    private static void compare(int seed, Map<String, Integer> given) {
        Random random = new Random(seed);
        AccountTimeline story = new AccountTimeline();
        List<ReferenceWallet.Grant> grants = grants(random, story);
        List<ReferenceWallet.Money> money = money(random, story);
        List<ReferenceWallet.Posted> posted = posted(random, story);
        ReferenceWallet plain = new ReferenceWallet();
        plain.live(grants, money, posted, DAYS);
        for (int day = 1; day < DAYS; day++) {
            if (seed % 2 == 0 || random.nextInt(4) == 0) {
                story.settle(day);
            }
        }
        story.settle(DAYS);

        assertThat(paid(story)).as("lines of seed %d", seed).isEqualTo(withoutNothing(plain.paid));
        assertThat(left(story)).as("left of seed %d", seed).isEqualTo(withoutNothing(plain.left()));
        assertThat(story.state.cash()).as("cash of seed %d", seed).isEqualTo(cny(plain.cash));
        assertThat(story.state.owed()).as("owed of seed %d", seed).isEqualTo(cny(plain.owed()));
        for (String name : plain.names()) {
            String[] words = name.split(":");
            LedgerAccount ledgerAccount =
                    words[0].equals("voucher") ? LedgerAccount.VOUCHER : LedgerAccount.PREPAID_CARD;
            assertThat(story.sum(ledgerAccount, words[1]))
                    .as("%s of seed %d", name, seed)
                    .isEqualTo(cny(plain.balance(name)));
        }
        plain.given.forEach((sort, times) -> given.merge(sort, times, Integer::sum));
    }

    private static Map<String, Long> paid(AccountTimeline story) {
        Map<String, Long> paid = new TreeMap<>();
        for (LinePayment payment : story.linePayments) {
            String bill = String.format(
                    Locale.ROOT,
                    "%02d %s",
                    Math.toIntExact(java.time.temporal.ChronoUnit.DAYS.between(
                                    AccountTimeline.day(1).date(),
                                    payment.bill().postedDay().date())
                            + 1),
                    payment.bill().settlement().code());
            paid.merge(
                    bill + " " + payment.line() + " " + from(payment.ledgerAccount(), payment.instrument()),
                    cents(payment.paid()),
                    Long::sum);
        }
        return withoutNothing(paid);
    }

    private static Map<String, Long> left(AccountTimeline story) {
        Map<String, Long> left = new TreeMap<>();
        for (LineSource source : story.state.sources()) {
            left.merge(
                    source.bill().settlement().code() + " " + source.line() + " "
                            + from(source.ledgerAccount(), source.instrument()),
                    cents(source.left()),
                    Long::sum);
        }
        return left;
    }

    private static String from(LedgerAccount ledgerAccount, String instrument) {
        return switch (ledgerAccount) {
            case VOUCHER -> "voucher:" + instrument;
            case PREPAID_CARD -> "card:" + instrument;
            case VENDOR -> "vendor:" + instrument;
            case ARREARS -> "owed";
            default -> ledgerAccount.code();
        };
    }

    private static Map<String, Long> withoutNothing(Map<String, Long> amounts) {
        Map<String, Long> some = new TreeMap<>(amounts);
        some.values().removeIf(cents -> cents == 0);
        return some;
    }

    private static List<ReferenceWallet.Grant> grants(Random random, AccountTimeline story) {
        List<ReferenceWallet.Grant> grants = new ArrayList<>();
        for (int i = random.nextInt(7); i > 0; i--) {
            int kind = random.nextInt(3);
            String id = "g" + i;
            int from = 1 + random.nextInt(15);
            int expires = from + 1 + random.nextInt(15);
            long cents = 100 + random.nextInt(9_000);
            grants.add(new ReferenceWallet.Grant(kind < 2, kind, id, cents, from, expires));
            switch (kind) {
                case 0 -> story.ordinary(id, text(cents), from, expires);
                case 1 -> story.fullReduction(id, text(cents), from, expires);
                default -> story.card(id, text(cents), from, expires);
            }
        }
        return grants;
    }

    private static List<ReferenceWallet.Money> money(Random random, AccountTimeline story) {
        List<ReferenceWallet.Money> money = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            ReferenceWallet.Money item =
                    new ReferenceWallet.Money("r" + i, 100 + random.nextInt(12_000), 1 + random.nextInt(DAYS));
            story.recharge(item.id(), text(item.cents()), item.day());
            money.add(item);
        }
        return money;
    }

    /**
     * Creates usage and refunds of it, mostly less than the usage, sometimes more; day by day, so that usage is posted
     * first.
     */
    private static List<ReferenceWallet.Posted> posted(Random random, AccountTimeline story) {
        List<ReferenceWallet.Posted> posted = new ArrayList<>();
        Map<String, Long> totals = new HashMap<>();
        for (int day = 1; day <= DAYS; day++) {
            for (int i = random.nextInt(6); i > 0; i--) {
                LineKey line = line(random, day);
                SettlementMethod method = random.nextInt(3) == 0 ? vendor(random) : SettlementMethod.WALLET;
                String key = method + " " + line;
                long total = totals.getOrDefault(key, 0L);
                boolean back = total > 0 && random.nextInt(3) > 0;
                long cents = back
                        ? -(1 + random.nextLong(total + (random.nextInt(9) == 0 ? 2_000 : 0)))
                        : random.nextInt(4_000);
                totals.merge(key, Math.max(cents, -total), Long::sum);
                // A private deployment belongs to one workspace.
                boolean forVouchers = line.share().eligible()
                        && !(line.workspace() != null
                                && line.workspace().value().equals("ws-private"));
                String vendor = method == SettlementMethod.WALLET
                        ? ""
                        : "v-" + line.share().workspaceText();
                posted.add(new ReferenceWallet.Posted(day, method.code(), line, cents, forVouchers, vendor));
                story.posted(new AccountTimeline.Line(
                        new BillKey(AccountTimeline.day(day), method),
                        line,
                        new BigDecimal(text(cents)),
                        forVouchers,
                        vendor));
            }
        }
        return posted;
    }

    private static LineKey line(Random random, int day) {
        List<MeterTier> tiers = List.of(
                new MeterTier(Meter.LOG, 14),
                new MeterTier(Meter.LOG, 7),
                MeterTier.flat(Meter.SMS),
                MeterTier.flat(Meter.SYNTHETIC));
        List<String> workspaces = List.of("ws-a", "ws-b", "ws-private", "");
        String workspace = workspaces.get(random.nextInt(workspaces.size()));
        return new LineKey(
                AccountTimeline.day(1 + (day - 1) / 9),
                workspace.isEmpty() ? null : new WorkspaceId(workspace),
                tiers.get(random.nextInt(tiers.size())),
                workspace.isEmpty() ? "pack" : "");
    }

    private static SettlementMethod vendor(Random random) {
        return random.nextBoolean() ? SettlementMethod.ALIYUN : SettlementMethod.AWS;
    }

    private static void post(AccountTimeline story, int day, LineKey line, String amount) {
        story.posted(new AccountTimeline.Line(
                new BillKey(AccountTimeline.day(day), SettlementMethod.WALLET),
                line,
                new BigDecimal(amount),
                line.share().eligible(),
                ""));
    }

    private static String text(long cents) {
        return BigDecimal.valueOf(cents, 2).toPlainString();
    }

    private static long cents(io.billingcenter.domain.money.Money money) {
        return money.amount().unscaledValue().longValueExact();
    }

    private static io.billingcenter.domain.money.Money cny(long cents) {
        return AccountTimeline.cny(text(cents));
    }
}
