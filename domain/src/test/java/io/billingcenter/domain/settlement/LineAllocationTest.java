package io.billingcenter.domain.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import io.billingcenter.domain.account.SettlementMethod;
import io.billingcenter.domain.money.Money;
import io.billingcenter.domain.usage.Meter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class LineAllocationTest {

    private static final LineKey LOGS = AccountTimeline.line(1, "ws-a", Meter.LOG);
    private static final LineKey REPORTS = AccountTimeline.line(1, "ws-a", Meter.REPORT);
    private static final LineKey MESSAGES = AccountTimeline.line(1, "ws-a", Meter.SMS);

    @Test
    void aBillOfWhichNothingWasGivenBackIsSpreadAsItIsPaidToday() {
        Random random = new Random(5);
        for (int round = 0; round < 500; round++) {
            AccountTimeline story =
                    new AccountTimeline().ordinary("o", cents(random), 1, 30).card("c", cents(random), 1, 30);
            if (random.nextBoolean()) {
                story.fullReduction("f", cents(random), 1, 30).recharge("r", cents(random), 1);
            }
            SettlementMethod method = random.nextInt(3) == 0 ? SettlementMethod.AWS : SettlementMethod.WALLET;
            BillKey bill = new BillKey(AccountTimeline.day(1), method);
            List<PostedAmount> posted = new ArrayList<>();
            for (int i = 1 + random.nextInt(8); i > 0; i--) {
                LineKey line = AccountTimeline.line(
                        1 + random.nextInt(2),
                        "ws-" + random.nextInt(2),
                        List.of(Meter.LOG, Meter.REPORT, Meter.SMS).get(random.nextInt(3)));
                String amount = cents(random);
                String vendor = method == SettlementMethod.WALLET
                        ? ""
                        : "v-" + line.share().workspaceText();
                story.posted(new AccountTimeline.Line(
                        bill, line, new BigDecimal(amount), line.share().eligible(), vendor));
                posted.add(new PostedAmount(line, 7, AccountTimeline.cny(amount)));
            }
            story.settle(1);

            List<LinePayment> allocated = LineAllocation.allocate(
                    bill,
                    story.paid.get(bill),
                    sources(story.state.sources()),
                    posted,
                    line -> "v-" + line.share().workspaceText());
            assertThat(shown(allocated)).as("round %d", round).isEqualTo(shown(story.linePayments));
        }
    }

    @Test
    void whatIsLeftBelongsToTheFirstLines() {
        PaymentParts paid = parts("0", "0", "10", "0", "0");
        assertThat(allocated(
                        Map.of(LOGS.share(), paid), List.of(source(LedgerAccount.CASH, 3, "4")), amounts("6", "4")))
                .containsExactly("log 3 cash paid 4 left 4", "log 0 cash paid 2 left 0", "report 0 cash paid 4 left 0");
    }

    @Test
    void whatClearedArrearsBelongsToTheFirstLinesThatWereOwed() {
        PaymentParts paid = parts("5", "0", "0", "0", "5");
        List<BillSource> sources = List.of(
                source(LedgerAccount.VOUCHER, 2, "5"),
                source(LedgerAccount.ARREARS, 3, "1"),
                source(LedgerAccount.CASH, 8, "4"));
        assertThat(allocated(Map.of(LOGS.share(), paid), sources, amounts("6", "4")))
                .containsExactlyInAnyOrder(
                        "log 2 voucher paid 5 left 5",
                        "log 3 arrears paid 1 left 1",
                        "report 8 cash paid 0 left 4",
                        "report 0 arrears paid 4 left 0");
    }

    @Test
    void whatWasPostedSinceIsNotSettled() {
        List<PostedAmount> posted = List.of(
                new PostedAmount(REPORTS, 9, AccountTimeline.cny("3")),
                new PostedAmount(LOGS, 4, AccountTimeline.cny("6")),
                new PostedAmount(REPORTS, 4, AccountTimeline.cny("1")));
        assertThat(allocated(
                        Map.of(LOGS.share(), parts("0", "0", "7", "0", "0")),
                        List.of(source(LedgerAccount.CASH, 3, "7")),
                        posted))
                .containsExactly("log 3 cash paid 6 left 6", "report 3 cash paid 1 left 1");
        assertThat(allocated(
                        Map.of(LOGS.share(), parts("0", "0", "8", "0", "0")),
                        List.of(source(LedgerAccount.CASH, 3, "8")),
                        posted))
                .containsExactly("log 3 cash paid 6 left 6", "report 3 cash paid 2 left 2");
    }

    @Test
    void sharesAndSourcesAlwaysAddUp() {
        Random random = new Random(6);
        for (int round = 0; round < 1_000; round++) {
            List<PostedAmount> posted = new ArrayList<>();
            Map<ShareKey, PaymentParts> shares = new TreeMap<>();
            for (LineKey line : List.of(LOGS, REPORTS, MESSAGES)) {
                Money amount = AccountTimeline.cny(
                        BigDecimal.valueOf(random.nextInt(3_000) - 800, 2).toPlainString());
                posted.add(new PostedAmount(line, 1, amount));
                boolean back = amount.isNegative();
                boolean voucher = line.share().eligible() && random.nextBoolean();
                PaymentSource source = voucher ? PaymentSource.VOUCHER : back ? PaymentSource.CASH : PaymentSource.OWED;
                shares.merge(
                        line.share(),
                        PaymentParts.nothing(AccountTimeline.CNY).plus(source, amount),
                        PaymentParts::plus);
            }
            List<LinePayment> allocated = LineAllocation.allocate(
                    new BillKey(AccountTimeline.day(1), SettlementMethod.WALLET),
                    shares,
                    List.of(),
                    posted,
                    line -> "");
            Map<ShareKey, PaymentParts> sums = new TreeMap<>();
            shares.keySet().forEach(share -> sums.put(share, PaymentParts.nothing(AccountTimeline.CNY)));
            allocated.forEach(payment -> sums.merge(
                    payment.line().share(),
                    PaymentParts.nothing(AccountTimeline.CNY)
                            .plus(PaymentSource.of(payment.ledgerAccount()), payment.paid()),
                    PaymentParts::plus));
            assertThat(sums).as("round %d", round).isEqualTo(shares);
        }
    }

    private static List<String> allocated(
            Map<ShareKey, PaymentParts> shares, List<BillSource> sources, List<PostedAmount> posted) {
        return LineAllocation.allocate(
                        new BillKey(AccountTimeline.day(1), SettlementMethod.WALLET),
                        shares,
                        sources,
                        posted,
                        line -> "")
                .stream()
                .map(payment -> payment.line().meterText() + " " + payment.source() + " "
                        + payment.ledgerAccount().code() + " paid " + text(payment.paid()) + " left "
                        + text(payment.left()))
                .toList();
    }

    private static String text(Money money) {
        return money.amount().stripTrailingZeros().toPlainString();
    }

    private static List<PostedAmount> amounts(String logs, String reports) {
        return List.of(
                new PostedAmount(LOGS, 1, AccountTimeline.cny(logs)),
                new PostedAmount(REPORTS, 1, AccountTimeline.cny(reports)));
    }

    private static PaymentParts parts(String voucher, String card, String cash, String cloud, String owed) {
        return new PaymentParts(
                AccountTimeline.cny(voucher),
                AccountTimeline.cny(card),
                AccountTimeline.cny(cash),
                AccountTimeline.cny(cloud),
                AccountTimeline.cny(owed));
    }

    private static BillSource source(LedgerAccount ledgerAccount, long order, String left) {
        return new BillSource(
                new BillKey(AccountTimeline.day(1), SettlementMethod.WALLET),
                ledgerAccount,
                "",
                order,
                AccountTimeline.cny(left));
    }

    /**
     * Returns a source as it was kept before payments by line: by bill, ledger account and instrument, without the
     * cloud account.
     */
    private static List<BillSource> sources(List<LineSource> lines) {
        record Key(LedgerAccount ledgerAccount, String instrument) {}
        Map<Key, BillSource> sources = new HashMap<>();
        for (LineSource line : lines) {
            String instrument = line.ledgerAccount() == LedgerAccount.VENDOR ? "" : line.instrument();
            sources.merge(
                    new Key(line.ledgerAccount(), instrument),
                    new BillSource(line.bill(), line.ledgerAccount(), instrument, line.number(), line.left()),
                    (one, more) -> new BillSource(
                            one.bill(),
                            one.ledgerAccount(),
                            one.instrument(),
                            Math.min(one.order(), more.order()),
                            one.left().plus(more.left())));
        }
        return List.copyOf(sources.values());
    }

    private static Map<String, String> shown(List<LinePayment> payments) {
        Map<String, String> shown = new TreeMap<>();
        payments.forEach(payment -> shown.put(
                payment.line() + " " + payment.ledgerAccount() + " " + payment.instrument(),
                payment.paid() + " " + payment.left()));
        return shown;
    }

    private static String cents(Random random) {
        return BigDecimal.valueOf(1 + random.nextInt(2_000), 2).toPlainString();
    }
}
