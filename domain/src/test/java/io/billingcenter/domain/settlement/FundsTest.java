package io.billingcenter.domain.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import io.billingcenter.domain.account.Binding;
import io.billingcenter.domain.account.ReleaseRule;
import io.billingcenter.domain.account.ReleasedVendors;
import io.billingcenter.domain.account.SettlementMethod;
import io.billingcenter.domain.account.VendorRelease;
import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.time.DayRange;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FundsTest {

    private static final Binding CLOUD = new Binding(
            new WorkspaceId("ws"),
            AccountTimeline.ACCOUNT,
            SettlementMethod.ALIYUN,
            "v",
            new DayRange(AccountTimeline.day(1), null));

    @Test
    void aDayBeginsWithWhatIsThereBeforeItsBills() {
        AccountTimeline story = new AccountTimeline()
                .recharge("r", "10", 3)
                .posted(4, "ws", "4")
                .posted(5, "ws", "6")
                .posted(8, "ws", "-2")
                .settle(10);
        Funds funds = funds(story);
        assertThat(days(funds)).containsExactly(3, 4, 5, 9, 10);
    }

    @Test
    void whatIsBilledOnTheDayItselfDoesNotCountAndWhatCameInOnItDoes() {
        AccountTimeline story = new AccountTimeline()
                .recharge("r", "10", 3)
                .posted(3, "ws", "10")
                .settle(10);
        assertThat(days(funds(story))).containsExactly(3);
    }

    @Test
    void anExpiredVoucherIsNoFunds() {
        AccountTimeline story = new AccountTimeline().ordinary("o", "10", 2, 5).settle(10);
        assertThat(days(funds(story))).containsExactly(2, 3, 4);
    }

    @Test
    void usageIsHeldWhileTheWalletThatHasTakenOverHasNoFunds() {
        ReleasedVendors released = new ReleasedVendors(
                List.of(new VendorRelease(SettlementMethod.ALIYUN, "v", AccountTimeline.day(4))),
                Map.of(SettlementMethod.ALIYUN, ReleaseRule.SWITCH));
        List<Binding> inForce = released.inForce(List.of(CLOUD));
        Set<Binding> switched = Set.copyOf(released.switched(List.of(CLOUD)));
        AccountTimeline story = new AccountTimeline()
                .recharge("r", "10", 6)
                .posted(6, "ws", "10")
                .settle(10);
        AccountStates states = new AccountStates(Map.of(), Map.of(AccountTimeline.WALLET, funds(story)));
        AccountLocks locks = new AccountLocks(states, new LockRules(14, true), released, switched);
        assertThat(locks.hold(inForce.get(0), AccountTimeline.day(3))).isFalse();
        assertThat(locks.hold(inForce.get(1), AccountTimeline.day(5))).isTrue();
        assertThat(locks.hold(inForce.get(1), AccountTimeline.day(6))).isFalse();
        assertThat(locks.hold(inForce.get(1), AccountTimeline.day(7))).isTrue();
        Binding wallet = new Binding(
                new WorkspaceId("other"),
                AccountTimeline.ACCOUNT,
                SettlementMethod.WALLET,
                null,
                new DayRange(AccountTimeline.day(1), null));
        assertThat(locks.hold(wallet, AccountTimeline.day(7))).isFalse();
    }

    private static Funds funds(AccountTimeline story) {
        Funds funds = new Funds();
        story.entries.stream()
                .filter(entry -> entry.ledgerAccount().isOwned() && entry.ledgerAccount() != LedgerAccount.ARREARS)
                .forEach(entry -> funds.add(entry.day(), entry.type() == LedgerEntryType.BILL, entry.amount()));
        return funds;
    }

    private static List<Integer> days(Funds funds) {
        return java.util.stream.IntStream.rangeClosed(1, 10)
                .filter(day -> {
                    BillingDay billingDay = AccountTimeline.day(day);
                    return funds.on(billingDay);
                })
                .boxed()
                .toList();
    }
}
