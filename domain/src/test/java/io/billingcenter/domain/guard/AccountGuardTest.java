package io.billingcenter.domain.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.billingcenter.domain.account.BillingAccountId;
import io.billingcenter.domain.account.Binding;
import io.billingcenter.domain.account.SettlementMethod;
import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.guard.AccountGuard.Sums;
import io.billingcenter.domain.pricing.PackageKind;
import io.billingcenter.domain.pricing.UsagePackage;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.time.DayRange;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The account level of the change guard, on rows of history. */
class AccountGuardTest {

    private static final BillingAccountId ACCOUNT = new BillingAccountId("acct-1");
    private static final BillingDay DAY = BillingDay.parse("2026-11-21");
    private static final AccountLimits LIMITS =
            new AccountLimits(10, new CurrencyFloor(new BigDecimal("1000"), new BigDecimal("150")), 14, 7);

    private final List<UsagePackage> packages = new ArrayList<>();
    private final List<Binding> bindings = new ArrayList<>();
    private final Sums sums = new Sums();

    @ParameterizedTest(name = "{0}")
    @CsvSource(textBlock = """
            # case, currency, the day, days before from the oldest to yesterday (- not rated; h held), held
            first night of a new customer, CNY, 1000000, '', false
            six days of history, CNY, 1000000, 100 100 100 100 100 100, false
            seven days of history, CNY, 1000.01, 100 100 100 100 100 100 100, true
            seven days rated above 0 among fourteen, CNY, 1000.01, 0 100 - 100 0 100 - 100 0 100 - 100 0 100, true
            six of them, CNY, 1000.01, 0 100 - 100 0 100 - 100 0 100 - 100 0 0, false
            weekend, CNY, 200, 1000 1000 1000 1000 1000 200 200 1000 1000 1000 1000 1000 200, false
            day after a holiday week, CNY, 12000, 10000 10000 10000 10000 10000 4000 4000 1500 1500 1400 1500 1600 1500 1500, false
            churn, CNY, 10, 9000 9000 9000 9000 9000 9000 9000 9000 9000 9000 9000 9000 9000 9000, false
            day of eight times the sales, CNY, 80000, 10000 10000 10000 10000 10000 10000 10000, false
            exactly ten times, CNY, 10000, 1000 1000 1000 1000 1000 1000 1000, false
            just above ten times, CNY, 10000.01, 1000 1000 1000 1000 1000 1000 1000, true
            ten times and exactly the floor, CNY, 1000, 10 10 10 10 10 10 10, false
            ten times and just above the floor, CNY, 1000.01, 10 10 10 10 10 10 10, true
            above the floor of USD, USD, 150.01, 10 10 10 10 10 10 10, true
            exactly the floor of USD, USD, 150, 10 10 10 10 10 10 10, false
            other currencies take the floor of CNY, JPY, 1000, 10 10 10 10 10 10 10, false
            other currencies above it, JPY, 1001, 10 10 10 10 10 10 10, true
            median of an even number is the middle of two, CNY, 15000, 1000 1000 1000 1000 2000 2000 2000 2000, false
            just above it, CNY, 15000.01, 1000 1000 1000 1000 2000 2000 2000 2000, true
            record of 10^12, CNY, 1500000, 800 900 850 870 910 0 0 880 860 900 905 870 0, true
            price typo of a large account, CNY, 2000000, 20000 20000 20000 20000 20000 20000 20000, true
            the fifteenth day before is not looked at, CNY, 1000.01, 100 0 0 0 0 0 0 0 0 100 100 100 100 100 100, false
            the fourteenth is, CNY, 1000.01, 100 0 0 0 0 0 0 0 100 100 100 100 100 100, true
            held days are no history, CNY, 9000, 100 100 100 100 100 100 100 h9000 h9000, true
            held days do not use it up, CNY, 9000, 100 100 100 100 100 100 100 h9000 h9000 h9000 h9000 h9000 h9000 h9000 h9000 h9000, true
            confirmed days are history, CNY, 9000, 100 100 100 100 100 100 9000 9000 9000 9000 9000 9000 9000, false
            """)
    void limit(String name, String currency, String amount, String before, boolean held) {
        history(currency, before);
        sums.put(day(currency, DAY), new DaySum(new BigDecimal(amount), false));
        assertThat(held(currency)).as(name).isEqualTo(held);
    }

    @Test
    void lateDataIsComparedByItsBillingDay() {
        history("CNY", "1000 1000 1000 1000 1000 1000 1000 1000 5000");
        sums.put(day("CNY", DAY), new DaySum(new BigDecimal("1000"), false));
        List<AccountDay> both = List.of(day("CNY", DAY), day("CNY", DAY.minusDays(1)));
        assertThat(guard().held(both, sums)).isEmpty();
        sums.put(day("CNY", DAY.minusDays(1)), new DaySum(new BigDecimal("10000.01"), false));
        assertThat(guard().held(both, sums))
                .extracting(unusual -> unusual.key().day())
                .containsExactly(DAY.minusDays(1));
    }

    /**
     * Many days are rated again in one run, for example after a typing error in a contract price: all of them are held.
     */
    @Test
    void whatIsFoundInTheSameRunIsNoHistory() {
        history("CNY", "100 100 100 100 100 100 100");
        List<AccountDay> days = new ArrayList<>();
        for (int later = 0; later < 20; later++) {
            days.add(0, day("CNY", DAY.plusDays(later)));
            sums.put(days.get(0), new DaySum(new BigDecimal("9000"), false));
        }
        assertThat(guard().held(days, sums)).hasSize(20);
    }

    /** The price is corrected: the held day is released and becomes history again. */
    @Test
    void whatIsNotUnusualAnyMoreIsHistoryAgain() {
        history("CNY", "100 100 100 100 100 100");
        sums.put(day("CNY", DAY), new DaySum(new BigDecimal("100"), true));
        sums.put(day("CNY", DAY.plusDays(1)), new DaySum(new BigDecimal("1001"), false));
        assertThat(guard().held(List.of(day("CNY", DAY), day("CNY", DAY.plusDays(1))), sums))
                .extracting(unusual -> unusual.key().day())
                .containsExactly(DAY.plusDays(1));
    }

    @Test
    void anAccountDayThatIsNotChargedAnyMoreIsNotHeld() {
        history("CNY", "100 100 100 100 100 100 100");
        assertThat(guard().held(List.of(day("CNY", DAY)), sums)).isEmpty();
    }

    @Test
    void consentLetsItPassAndNamesWhatItIsTo() {
        history("CNY", "100 100 100 100 100 100 100");
        sums.put(day("CNY", DAY), new DaySum(new BigDecimal("2000"), false));
        AccountGuard consented = new AccountGuard(
                LIMITS,
                new AccountChanges(packages, bindings),
                unusual -> unusual.amount().compareTo(new BigDecimal("2000")) == 0
                        && unusual.usual().compareTo(new BigDecimal("100")) == 0);
        assertThat(consented.held(List.of(day("CNY", DAY)), sums)).isEmpty();
        UnusualDay unusual = guard().held(List.of(day("CNY", DAY)), sums).get(0);
        assertThat(unusual.stop().day()).isEqualTo(DAY);
        assertThat(unusual.detail())
                .isEqualTo(
                        "account acct-1: usage of 2026-11-21 comes to CNY 2000.00, more than 10 times its median day of"
                                + " CNY 100.00 and more than CNY 1000.00; correct the input, or, if this is meant: billing confirm "
                                + unusual.stop().fingerprint() + " --reason TEXT");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(textBlock = """
            # case, package from, workspace bound from, to, to the same account again from, left out
            package began 14 days before, 2026-11-07, , , , true
            package began 15 days before, 2026-11-06, , , , false
            package began on the day, 2026-11-21, , , , true
            package begins tomorrow, 2026-11-22, , , , false
            package ended 14 days before, 2025-11-07, , , , true
            package ended 15 days before, 2025-11-06, , , , false
            new binding, , 2026-11-10, , , true
            old binding, , 2026-01-01, , , false
            other settlement of an old binding, , 2026-01-01, 2026-11-15, 2026-11-15, false
            bound again after a gap, , 2026-01-01, 2026-11-10, 2026-11-15, true
            """)
    void accountsThatChangedAreLeftOut(
            String name,
            @Nullable String packageFrom,
            @Nullable String boundFrom,
            @Nullable String boundTo,
            @Nullable String againFrom,
            boolean leftOut) {
        if (packageFrom != null) {
            packages.add(new UsagePackage(
                    "p",
                    ACCOUNT,
                    PackageKind.values()[0],
                    BillingDay.parse(packageFrom),
                    List.of(new WorkspaceId("ws-1"))));
        }
        if (boundFrom != null) {
            bind(SettlementMethod.WALLET, boundFrom, boundTo);
        }
        if (againFrom != null) {
            bind(SettlementMethod.ALIYUN, againFrom, null);
        }
        history("CNY", "100 100 100 100 100 100 100");
        sums.put(day("CNY", DAY), new DaySum(new BigDecimal("2000"), false));
        assertThat(held("CNY")).as(name).isNotEqualTo(leftOut);
    }

    private void bind(SettlementMethod settlement, String from, @Nullable String to) {
        DayRange days = new DayRange(BillingDay.parse(from), to == null ? null : BillingDay.parse(to));
        bindings.add(new Binding(new WorkspaceId("ws-1"), ACCOUNT, settlement, null, days));
    }

    private void history(String currency, String before) {
        String[] amounts = before.isEmpty() ? new String[0] : before.split(" ", -1);
        for (int index = 0; index < amounts.length; index++) {
            String amount = amounts[index];
            if (!amount.equals("-")) {
                sums.put(
                        day(currency, DAY.minusDays(amounts.length - index)),
                        new DaySum(new BigDecimal(amount.replace("h", "")), amount.startsWith("h")));
            }
        }
    }

    private boolean held(String currency) {
        return !guard().held(List.of(day(currency, DAY)), sums).isEmpty();
    }

    private AccountGuard guard() {
        return new AccountGuard(LIMITS, new AccountChanges(packages, bindings), unusual -> false);
    }

    private static AccountDay day(String currency, BillingDay day) {
        return new AccountDay(ACCOUNT, currency, day);
    }
}
