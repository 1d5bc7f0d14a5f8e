package io.billingcenter.domain.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.billingcenter.domain.time.BillingDay;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The night level of the change guard, on rows of history. */
class NightLimitsTest {

    private static final BigDecimal ZERO = BigDecimal.ZERO;
    private static final NightLimits LIMITS = new NightLimits(
            new NightLimits.Share(5, floor("1000", "150")),
            new NightLimits.Share(50, floor("10000", "1500")),
            new NightLimits.CountShare(5, 50),
            new NightLimits.Usage(10, 4, 50, floor("10000", "1500")),
            new NightLimits.CountShare(5, 10),
            7);

    private static CurrencyFloor floor(String cny, String usd) {
        return new CurrencyFloor(new BigDecimal(cny), new BigDecimal(usd));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(textBlock = """
            # case, currency, days before, usual day, the day, below, above, reasons
            first night, CNY, 0, 0, 90000, 0, 0, ''
            first nights: late hours of yesterday, CNY, 1, 8000, 8000, 0, 3900, ''
            first nights: everything taken back, CNY, 6, 50000, 50000, 50000, 0, adjustments_below_zero
            first nights: growth is not looked at, CNY, 6, 10000, 900000, 0, 0, ''
            weekend, CNY, 14, 50000, 9000, 0, 0, ''
            a customer left, CNY, 14, 50000, 45000, 0, 0, ''
            day of eight times the sales, CNY, 14, 50000, 400000, 0, 0, ''
            late hours of yesterday, CNY, 14, 50000, 50000, 300, 4000, ''
            below: exactly the share, CNY, 14, 50000, 50000, 2500, 0, ''
            below: just above the share, CNY, 14, 50000, 50000, 2500.01, 0, adjustments_below_zero
            below: exactly the floor, CNY, 14, 5000, 5000, 1000, 0, ''
            below: just above the floor, CNY, 14, 5000, 5000, 1000.01, 0, adjustments_below_zero
            below: exactly the floor of USD, USD, 14, 500, 500, 150, 0, ''
            below: just above it, USD, 14, 500, 500, 150.01, 0, adjustments_below_zero
            below: other currencies, JPY, 14, 500, 500, 1000, 0, ''
            above: exactly the share, CNY, 14, 50000, 50000, 0, 25000, ''
            above: just above the share, CNY, 14, 50000, 50000, 0, 25000.01, adjustments_above_zero
            above: exactly the floor, CNY, 14, 500, 500, 0, 10000, ''
            above: just above the floor, CNY, 14, 500, 500, 0, 10000.01, adjustments_above_zero
            above: exactly the floor of USD, USD, 14, 500, 500, 0, 1500, ''
            above: just above it, USD, 14, 500, 500, 0, 1500.01, adjustments_above_zero
            lost contract prices, CNY, 14, 50000, 50000, 0, 41733, adjustments_above_zero
            moved bindings are not netted, CNY, 14, 50000, 50000, 30000, 30000, adjustments_above_zero adjustments_below_zero
            late contract price in a small company, CNY, 14, 900, 900, 1100, 0, adjustments_below_zero
            list price 1.5 -> 15, CNY, 14, 50000, 500000.01, 0, 0, usage_charges
            usage: exactly ten times, CNY, 14, 50000, 500000, 0, 0, ''
            usage: exactly the floor, CNY, 14, 500, 10000, 0, 0, ''
            usage: just above the floor, CNY, 14, 500, 10000.01, 0, 0, usage_charges
            usage: exactly the floor of USD, USD, 14, 50, 1500, 0, 0, ''
            usage: just above it, USD, 14, 50, 1500.01, 0, 0, usage_charges
            usage: needs seven days, CNY, 6, 50000, 5000000, 0, 0, ''
            usage: seven days, CNY, 7, 50000, 5000000, 0, 0, usage_charges
            """)
    void amounts(
            String name,
            String currency,
            int days,
            String usual,
            String day,
            String below,
            String above,
            String reasons) {
        NightFigures night = night(currency, days, usual, 10, 100)
                .with("a1", new BigDecimal(below), new BigDecimal(above), 0, new BigDecimal(day))
                .figures();
        assertThat(reasons(night)).as(name).isEqualTo(reasons);
    }

    @ParameterizedTest(name = "{0} accounts, {1}")
    @CsvSource({"49, 500000, ''", "50, 200000, ''", "50, 200000.01, usage_charges", "49, 500000.01, usage_charges"})
    void whereManyAreChargedTheFactorIsSmaller(int accounts, String day, String reasons) {
        NightFigures night = night("CNY", 14, "50000", accounts, 1000)
                .with("a1", ZERO, ZERO, 0, new BigDecimal(day))
                .figures();
        assertThat(reasons(night)).isEqualTo(reasons);
    }

    @Test
    void usageThatIsPostedAlreadyIsNotLookedAt() {
        NightFigures posted = new NightFigures(
                "CNY",
                Stream.generate(() -> new BigDecimal("100")).limit(14).toList(),
                false,
                1,
                1,
                List.of(AccountNight.none("a1").plusUsage(new BigDecimal("90000"))));
        assertThat(reasons(posted)).isEmpty();
    }

    @ParameterizedTest(name = "{0} of {1}")
    @CsvSource({
        "50, 100, ''",
        "51, 1020, ''",
        "51, 1019, adjusted_workspace_days",
        "51, 0, adjusted_workspace_days",
        "1000, 20000, ''",
        "1001, 20000, adjusted_workspace_days"
    })
    void workspaceDaysBelowZero(int days, int charged, String reasons) {
        NightFigures night = night("CNY", 14, "50000", 10, charged)
                .with("a1", ZERO, ZERO, 1, ZERO)
                .with("a2", ZERO, ZERO, days - 1, ZERO)
                .figures();
        assertThat(reasons(night)).isEqualTo(reasons);
    }

    @ParameterizedTest(name = "{0} of {1}")
    @CsvSource({"9, 9, ''", "10, 200, ''", "10, 199, unusual_accounts", "11, 220, ''", "10, 10, unusual_accounts"})
    void accountsHeldByThisNight(int held, int charged, String reasons) {
        Night night = night("CNY", 14, "50000000", charged, 1000);
        for (int account = 0; account < held; account++) {
            night.accounts.add(AccountNight.none("a" + account).plusNewlyHeld(new BigDecimal("2000")));
        }
        assertThat(reasons(night.figures())).isEqualTo(reasons);
    }

    @Test
    void everyAccountIsNamedButForTheLastPerCent() {
        NightFigures night = night("CNY", 14, "50000", 10, 100)
                .with("a1", new BigDecimal("99.50"), ZERO, 1, ZERO)
                .with("a2", new BigDecimal("6000"), ZERO, 1, ZERO)
                .with("a3", new BigDecimal("4000"), ZERO, 1, ZERO)
                .figures();
        List<GuardFinding> findings = LIMITS.exceeded(night);
        assertThat(findings).extracting(GuardFinding::subject).containsExactly("a2", "a3");
        assertThat(findings.get(0).detail())
                .isEqualTo(
                        "CNY 6000.00 of CNY 10099.50 in adjustments below zero; the limits are 5 % of a median day of"
                                + " CNY 50000.00, and CNY 1000.00");
    }

    /** The list of a second attempt is the same although an account with next to nothing was added. */
    @Test
    void consentCoversASecondTry() {
        Night first = night("CNY", 14, "50000", 10, 100)
                .with("a2", new BigDecimal("6000"), ZERO, 1, ZERO)
                .with("a3", new BigDecimal("4000"), ZERO, 1, ZERO);
        GuardStop consented = stop(first.figures());
        GuardStop second =
                stop(first.with("a4", new BigDecimal("50"), ZERO, 1, ZERO).figures());
        assertThat(second.isCoveredBy(consented)).isTrue();
        GuardStop third =
                stop(first.with("a5", new BigDecimal("500"), ZERO, 1, ZERO).figures());
        assertThat(third.isCoveredBy(consented)).isFalse();
    }

    private static GuardStop stop(NightFigures night) {
        return new GuardStop(GuardLevel.NIGHT, BillingDay.parse("2026-11-21"), "", LIMITS.exceeded(night));
    }

    private static String reasons(NightFigures night) {
        return LIMITS.exceeded(night).stream()
                .map(finding -> finding.reason().code().toLowerCase(Locale.ROOT))
                .distinct()
                .sorted()
                .collect(Collectors.joining(" "));
    }

    private static Night night(String currency, int days, String usual, long accounts, long workspaceDays) {
        List<BigDecimal> history =
                Stream.generate(() -> new BigDecimal(usual)).limit(days).toList();
        return new Night(currency, history, accounts, workspaceDays, new ArrayList<>());
    }

    private record Night(
            String currency, List<BigDecimal> history, long charged, long workspaceDays, List<AccountNight> accounts) {

        Night with(String account, BigDecimal below, BigDecimal above, long days, BigDecimal usage) {
            accounts.add(AccountNight.none(account)
                    .plusAdjustments(below, above, days)
                    .plusUsage(usage));
            return this;
        }

        NightFigures figures() {
            return new NightFigures(currency, history, true, charged, workspaceDays, accounts);
        }
    }
}
