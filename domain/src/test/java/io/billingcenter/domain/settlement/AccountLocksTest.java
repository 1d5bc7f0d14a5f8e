package io.billingcenter.domain.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import io.billingcenter.domain.account.AccountDirectory;
import io.billingcenter.domain.account.BillingAccount;
import io.billingcenter.domain.account.BillingAccountId;
import io.billingcenter.domain.account.Binding;
import io.billingcenter.domain.account.ReleaseRule;
import io.billingcenter.domain.account.ReleasedVendors;
import io.billingcenter.domain.account.SettlementMethod;
import io.billingcenter.domain.account.VendorRelease;
import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.money.Money;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.time.DayRange;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Verifies locks by arrears and by ended cloud accounts (billing rules 5.6, 5.7), the notices of both, and the standing of
 * an account with several wallets. Days are those of November 2026.
 */
class AccountLocksTest {

    private static final Currency CNY = Currency.getInstance("CNY");
    private static final Currency USD = Currency.getInstance("USD");
    private static final BillingAccountId ACCOUNT = new BillingAccountId("acct");
    private static final BillingAccountId OTHER = new BillingAccountId("other");
    private static final WorkspaceId W1 = new WorkspaceId("w1");
    private static final WorkspaceId W2 = new WorkspaceId("w2");
    private static final WalletKey WALLET = new WalletKey(ACCOUNT, CNY);
    private static final LockRules HOLDING = new LockRules(7, false);
    private static final LockRules CHARGING = new LockRules(7, true);

    private static BillingDay day(int number) {
        return BillingDay.parse("2026-11-01").plusDays(number - 1);
    }

    private static Binding binding(WorkspaceId workspace, SettlementMethod method, @Nullable String vendorAccount) {
        return new Binding(workspace, ACCOUNT, method, vendorAccount, new DayRange(day(1), null));
    }

    private static AccountStates states(List<StatePeriod> cny, List<StatePeriod> usd) {
        return new AccountStates(Map.of(WALLET, cny, new WalletKey(ACCOUNT, USD), usd), Map.of());
    }

    @ParameterizedTest
    @CsvSource({
        "4, ACTIVE, false, false",
        "5, COUNTDOWN, true, false",
        "11, COUNTDOWN, true, false",
        "12, LOCKED, true, true",
        "19, LOCKED, true, true",
        "20, ACTIVE, false, false"
    })
    void usageIsHeldWhileLockedAndPerhapsDuringTheCountdown(
            int number, AccountStatus status, boolean heldIfNotCharged, boolean heldIfCharged) {
        AccountStates states = states(
                List.of(
                        new StatePeriod(1, AccountStatus.COUNTDOWN, day(5)),
                        new StatePeriod(2, AccountStatus.LOCKED, day(12)),
                        new StatePeriod(3, AccountStatus.ACTIVE, day(20))),
                List.of());
        Binding wallet = binding(W1, SettlementMethod.WALLET, null);
        assertThat(states.statusOn(ACCOUNT, day(number))).isEqualTo(status);
        assertThat(new AccountLocks(states, HOLDING, ReleasedVendors.NONE, Set.of()).hold(wallet, day(number)))
                .isEqualTo(heldIfNotCharged);
        assertThat(new AccountLocks(states, CHARGING, ReleasedVendors.NONE, Set.of()).hold(wallet, day(number)))
                .isEqualTo(heldIfCharged);
        assertThat(UsageLocks.NONE.hold(wallet, day(number))).isFalse();
    }

    @Test
    void theWorstWalletDecides() {
        AccountStates states = states(
                List.of(new StatePeriod(1, AccountStatus.COUNTDOWN, day(5))),
                List.of(new StatePeriod(1, AccountStatus.LOCKED, day(8))));
        assertThat(states.statusOn(ACCOUNT, day(4))).isEqualTo(AccountStatus.ACTIVE);
        assertThat(states.statusOn(ACCOUNT, day(7))).isEqualTo(AccountStatus.COUNTDOWN);
        assertThat(states.statusOn(ACCOUNT, day(8))).isEqualTo(AccountStatus.LOCKED);
        assertThat(states.statusOn(OTHER, day(8))).isEqualTo(AccountStatus.ACTIVE);
    }

    @ParameterizedTest
    @CsvSource({"LOCK, 9, false", "LOCK, 10, true", "LOCK, 20, true", "SWITCH, 20, false"})
    void anEndedCloudAccountHoldsUsageIfTheRuleIsToLock(ReleaseRule rule, int number, boolean held) {
        ReleasedVendors released = new ReleasedVendors(
                List.of(new VendorRelease(SettlementMethod.AWS, "aws-1", day(10))), Map.of(SettlementMethod.AWS, rule));
        AccountLocks locks = new AccountLocks(states(List.of(), List.of()), HOLDING, released, Set.of());
        assertThat(locks.hold(binding(W1, SettlementMethod.AWS, "aws-1"), day(number)))
                .isEqualTo(held);
        assertThat(locks.hold(binding(W1, SettlementMethod.AWS, "aws-2"), day(number)))
                .isFalse();
    }

    @Test
    void aWalletThatTookOverHoldsUsageUntilItHasFunds() {
        Funds funds = new Funds();
        funds.add(day(12), false, Money.of(CNY, BigDecimal.TEN));
        AccountStates states = new AccountStates(Map.of(), Map.of(WALLET, funds));
        Binding switched = binding(W1, SettlementMethod.WALLET, null);
        AccountLocks locks = new AccountLocks(states, HOLDING, ReleasedVendors.NONE, Set.of(switched));
        assertThat(locks.hold(switched, day(11))).isTrue();
        assertThat(locks.hold(switched, day(12))).isFalse();
        // A wallet that was agreed from the start needs no funds.
        assertThat(locks.hold(binding(W2, SettlementMethod.WALLET, null), day(11)))
                .isFalse();
        assertThat(states.hasFunds(OTHER, day(12))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"1, false, 10", "1, true, 9", "7, false, 10", "7, true, 3"})
    void onlyCountdownsThatStartedEarlyEnoughMatter(int days, boolean charged, int lastStart) {
        LockRules rules = new LockRules(days, charged);
        BillingDay last = rules.lastRelevantStart(day(10));
        assertThat(last).isEqualTo(day(lastStart));
        if (charged) {
            // The countdown that starts then ends the day before; the account is locked on the day itself.
            assertThat(rules.lastDay(last)).isEqualTo(day(9));
        }
    }

    @Test
    void theAccountAndTheBoundWorkspacesAreNotifiedOnceOfAnEndedCloudAccount() {
        AccountDirectory directory = new AccountDirectory(
                List.of(), List.of(new BillingAccount(ACCOUNT, "a", "A", CNY, true)), List.of(), List.of());
        ReleasedVendors released =
                new ReleasedVendors(List.of(new VendorRelease(SettlementMethod.AWS, "aws-1", day(10))), Map.of());
        List<Binding> bindings = List.of(
                binding(W1, SettlementMethod.AWS, "aws-1"),
                binding(W2, SettlementMethod.AWS, "aws-1"),
                binding(new WorkspaceId("w3"), SettlementMethod.AWS, "aws-2"),
                binding(new WorkspaceId("w4"), SettlementMethod.WALLET, null));
        assertThat(ReleaseNotices.until(day(9), bindings, released, directory)).isEmpty();
        List<Notice> notices = ReleaseNotices.until(day(10), bindings, released, directory);
        assertThat(notices).extracting(Notice::workspace).containsExactly(null, W1, W2);
        assertThat(notices)
                .allMatch(notice -> notice.day().equals(day(10))
                        && notice.kind() == NoticeKind.VENDOR_RELEASED
                        && notice.subject().equals("aws:aws-1")
                        && notice.wallet().equals(WALLET));
    }

    @Test
    void noticesOfAnAccountGoToItsWorkspacesOfTheDay() {
        AccountDirectory directory = new AccountDirectory(
                List.of(),
                List.of(new BillingAccount(ACCOUNT, "a", "A", CNY, true)),
                List.of(
                        binding(W1, SettlementMethod.WALLET, null),
                        new Binding(W2, ACCOUNT, SettlementMethod.WALLET, null, new DayRange(day(1), day(3)))),
                List.of());
        BillKey bill = new BillKey(day(1), SettlementMethod.WALLET);
        LineKey line = new LineKey(day(1), W1, null, "");
        WalletEvents events = new WalletEvents(
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(new BillChange(bill, 0, List.of(new BillLine(line, Money.of(CNY, BigDecimal.ONE), true, "")))),
                List.of());
        AccountWork work =
                new AccountWork(ACCOUNT, List.of(new AccountWork.WalletWork(WalletState.empty(WALLET), events)));
        AccountResult result = AccountResult.of(work, new Settlement(HOLDING), day(3), directory);
        assertThat(result.wallets()).hasSize(1);
        assertThat(result.wallets().get(0).after().owed()).isEqualTo(Money.of(CNY, BigDecimal.ONE));
        assertThat(result.notices())
                .extracting(notice -> notice.day().date().getDayOfMonth() + " "
                        + notice.kind().code() + " "
                        + (notice.workspace() == null
                                ? "account"
                                : notice.workspace().value()))
                .containsExactly(
                        "2 countdown account",
                        "2 countdown w1",
                        "2 countdown w2",
                        "3 countdown account",
                        "3 countdown w1");
    }

    @ParameterizedTest
    @CsvSource({"100, true", "200, true", "0, false", "50, false", "150, false", "100.5, false", "99.99, false"})
    void cardsAreSoldInMultiplesOfAHundred(BigDecimal amount, boolean sold) {
        assertThat(PrepaidCard.isFaceValue(amount)).isEqualTo(sold);
    }
}
