package io.billingcenter.domain.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import io.billingcenter.domain.account.SettlementMethod;
import io.billingcenter.domain.money.Money;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random histories of an account: grants, purchases, expiries, recharges, bills, adjustments, changed bindings,
 * unlocks, late events and repeats. In every history the ledger adds up to zero, nothing is overspent, vouchers pay
 * only eligible lines, bills are paid to the cent, and settling day by day gives the same result as settling everything
 * at once.
 */
@Execution(ExecutionMode.CONCURRENT)
class SettlementHistoryTest {

    private static final int DAYS = 40;
    private static final int HISTORIES = 250;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void dayByDayIsTheSameAsAtOnce(long seed) {
        Random random = new Random(seed);
        for (int history = 0; history < HISTORIES; history++) {
            List<Consumer<AccountTimeline>> events = events(random, DAYS);
            AccountTimeline daily = new AccountTimeline();
            AccountTimeline atOnce = new AccountTimeline();
            AccountTimeline inSteps = new AccountTimeline();
            events.forEach(item -> {
                item.accept(daily);
                item.accept(atOnce);
                item.accept(inSteps);
            });
            for (int day = 1; day <= DAYS; day++) {
                daily.settle(day);
                daily.settle(day);
                if (random.nextInt(5) == 0) {
                    inSteps.settle(day);
                }
            }
            atOnce.settle(DAYS);
            inSteps.settle(DAYS);
            assertSame(daily, atOnce);
            assertSame(inSteps, atOnce);
            assertSound(daily);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {11, 12, 13, 14})
    void lateNewsKeepsTheBooksSound(long seed) {
        Random random = new Random(seed);
        for (int history = 0; history < HISTORIES; history++) {
            AccountTimeline story = new AccountTimeline(new LockRules(1 + random.nextInt(14), true));
            List<Consumer<AccountTimeline>> events = events(random, DAYS);
            for (int day = 1; day <= DAYS; day++) {
                for (int i = random.nextInt(4); i > 0 && !events.isEmpty(); i--) {
                    events.remove(events.size() - 1).accept(story);
                }
                story.settle(random.nextInt(6) == 0 ? 1 + random.nextInt(day) : day);
            }
            story.settle(DAYS);
            WalletState state = story.state;
            int entries = story.entries.size();
            assertThat(story.settle(DAYS).state).isEqualTo(state);
            assertThat(story.entries).hasSize(entries);
            assertSound(story);
        }
    }

    private static List<Consumer<AccountTimeline>> events(Random random, int days) {
        List<Consumer<AccountTimeline>> events = new ArrayList<>();
        Map<String, Integer> posted = new HashMap<>();
        for (int i = 0; i < 45; i++) {
            String id = Integer.toString(i);
            int day = 1 + random.nextInt(days);
            int end = day + 1 + random.nextInt(20);
            String amount = cents(1 + random.nextInt(30_000));
            switch (random.nextInt(10)) {
                case 0 -> events.add(story -> story.ordinary(id, amount, day, end));
                case 1 -> events.add(story -> story.fullReduction(id, amount, day, end));
                case 2 -> events.add(story -> story.card(id, amount, day, end));
                case 3 -> events.add(story -> story.recharge(id, amount, day));
                case 4 -> {
                    if (random.nextInt(3) == 0) {
                        events.add(story -> story.unlock(day));
                    }
                }
                default -> events.add(bill(random, day, posted));
            }
        }
        return events;
    }

    /** Creates usage, or an adjustment of usage posted on the same day or before, possibly paid in another way. */
    private static Consumer<AccountTimeline> bill(Random random, int day, Map<String, Integer> posted) {
        SettlementMethod method = random.nextInt(4) == 0 ? SettlementMethod.ALIYUN : SettlementMethod.WALLET;
        String workspace = random.nextInt(9) == 0 ? "" : "ws-" + random.nextInt(3);
        boolean eligible = random.nextInt(4) != 0;
        String vendor = method == SettlementMethod.WALLET ? "" : "v" + random.nextInt(2);
        String key = method + workspace + eligible;
        int before = posted.getOrDefault(key, 0);
        int cents = before > 0 && random.nextInt(3) == 0 ? -(1 + random.nextInt(before)) : random.nextInt(9_000);
        posted.merge(key, cents, Integer::sum);
        return story -> story.posted(day, method, workspace, eligible, cents(cents), vendor);
    }

    private static String cents(int cents) {
        return java.math.BigDecimal.valueOf(cents, 2).toPlainString();
    }

    private static void assertSame(AccountTimeline one, AccountTimeline other) {
        assertThat(one.entries).isEqualTo(other.entries);
        assertThat(one.paid).isEqualTo(other.paid);
        assertThat(one.periods).isEqualTo(other.periods);
        assertThat(one.notices).isEqualTo(other.notices);
        assertThat(one.marketplace).isEqualTo(other.marketplace);
        assertThat(one.state).isEqualTo(other.state);
    }

    private static void assertSound(AccountTimeline story) {
        Map<String, Money> requests = new HashMap<>();
        Map<String, Money> owned = new HashMap<>();
        for (LedgerEntry entry : story.entries) {
            requests.merge(entry.requestId(), entry.amount(), Money::plus);
            if (entry.ledgerAccount().isOwned()) {
                Money balance =
                        owned.merge(entry.ledgerAccount().code() + entry.instrument(), entry.amount(), Money::plus);
                assertThat(balance.isNegative() && entry.ledgerAccount() != LedgerAccount.ARREARS)
                        .as("%s", entry)
                        .isFalse();
                assertThat(balance.isPositive() && entry.ledgerAccount() == LedgerAccount.ARREARS)
                        .as("%s", entry)
                        .isFalse();
            }
        }
        assertThat(requests.values()).allMatch(Money::isZero);
        assertThat(story.state.cash()).isEqualTo(story.sum(LedgerAccount.CASH, ""));
        assertThat(story.state.owed().negated()).isEqualTo(story.sum(LedgerAccount.ARREARS, ""));
        for (InstrumentBalance held : story.state.instruments()) {
            Instrument instrument = held.instrument();
            assertThat(story.sum(instrument.kind().ledgerAccount(), instrument.id()))
                    .isEqualTo(held.balance());
        }
        assertBillsArePaid(story);
    }

    private static void assertBillsArePaid(AccountTimeline story) {
        Map<BillKey, Map<ShareKey, Money>> posted = new HashMap<>();
        story.lines.stream()
                .filter(line -> !AccountTimeline.day(DAYS).isBefore(line.bill().postedDay()))
                .forEach(line -> posted.computeIfAbsent(line.bill(), key -> new HashMap<>())
                        .merge(line.share(), Money.of(AccountTimeline.CNY, line.amount()), Money::plus));
        posted.forEach((bill, shares) -> shares.forEach((share, amount) -> {
            PaymentParts parts = story.paid
                    .getOrDefault(bill, Map.of())
                    .getOrDefault(share, PaymentParts.nothing(AccountTimeline.CNY));
            assertThat(parts.total()).isEqualTo(amount);
            assertThat(share.eligible() || parts.voucher().isZero()).isTrue();
        }));
        Map<LedgerAccount, Money> ledger = new HashMap<>();
        story.entries.stream()
                .filter(entry -> entry.type() == LedgerEntryType.BILL)
                .forEach(entry -> ledger.merge(entry.ledgerAccount(), entry.amount(), Money::plus));
        PaymentParts all = story.paid.values().stream()
                .flatMap(shares -> shares.values().stream())
                .reduce(PaymentParts.nothing(AccountTimeline.CNY), PaymentParts::plus);
        Money zero = Money.zero(AccountTimeline.CNY);
        assertThat(all.voucher().negated()).isEqualTo(ledger.getOrDefault(LedgerAccount.VOUCHER, zero));
        assertThat(all.prepaidCard().negated()).isEqualTo(ledger.getOrDefault(LedgerAccount.PREPAID_CARD, zero));
        assertThat(all.cash().negated()).isEqualTo(ledger.getOrDefault(LedgerAccount.CASH, zero));
        assertThat(all.cloud().negated()).isEqualTo(ledger.getOrDefault(LedgerAccount.VENDOR, zero));
        assertThat(all.owed().negated()).isEqualTo(ledger.getOrDefault(LedgerAccount.ARREARS, zero));
        assertThat(all.total()).isEqualTo(ledger.getOrDefault(LedgerAccount.BILLED, zero));
    }
}
