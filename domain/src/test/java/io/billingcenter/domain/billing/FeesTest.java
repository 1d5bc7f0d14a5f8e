package io.billingcenter.domain.billing;

import static org.assertj.core.api.Assertions.assertThat;

import io.billingcenter.domain.account.AccountDirectory;
import io.billingcenter.domain.account.BillingAccount;
import io.billingcenter.domain.account.BillingAccountId;
import io.billingcenter.domain.account.Binding;
import io.billingcenter.domain.account.Plan;
import io.billingcenter.domain.account.PlanPeriod;
import io.billingcenter.domain.account.ReleasedVendors;
import io.billingcenter.domain.account.SettlementMethod;
import io.billingcenter.domain.account.VendorRelease;
import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.pricing.PackageKind;
import io.billingcenter.domain.pricing.Packages;
import io.billingcenter.domain.pricing.PrivateScheme;
import io.billingcenter.domain.pricing.PrivateTariff;
import io.billingcenter.domain.pricing.PrivateTariffs;
import io.billingcenter.domain.pricing.TrafficPack;
import io.billingcenter.domain.pricing.UsagePackage;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.time.DayRange;
import io.billingcenter.domain.usage.Meter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** acct-1 pays in CNY from its wallet, acct-2 in USD through AWS; ws-own is bound to acct-2 from 2024-01-01 on. */
class FeesTest {

    private static final BillingAccountId PAYS_CNY = new BillingAccountId("acct-1");
    private static final BillingAccountId PAYS_USD = new BillingAccountId("acct-2");
    private static final WorkspaceId OWN = new WorkspaceId("ws-own");
    private static final BillingDay START = BillingDay.parse("2024-02-29");

    private final List<UsagePackage> packages = new ArrayList<>();
    private final List<TrafficPack> packs = new ArrayList<>();
    private final List<PrivateTariff> tariffs = new ArrayList<>();
    private Plan plan = Plan.PRIVATE;
    private ReleasedVendors released = ReleasedVendors.NONE;
    private final List<FeePosting> posted = new ArrayList<>();

    private DayFees due(String day) {
        AccountDirectory directory = new AccountDirectory(
                List.of(),
                List.of(
                        new BillingAccount(PAYS_CNY, "one", "", Currency.getInstance("CNY"), true),
                        new BillingAccount(PAYS_USD, "two", "", Currency.getInstance("USD"), true)),
                List.of(new Binding(
                        OWN,
                        PAYS_USD,
                        SettlementMethod.AWS,
                        "aws-1",
                        new DayRange(BillingDay.parse("2024-01-01"), null))),
                List.of(new PlanPeriod(OWN, plan, new DayRange(BillingDay.parse("2023-01-01"), null))));
        return new FeeSchedule(directory, new Packages(packages, packs), new PrivateTariffs(tariffs), released)
                .on(BillingDay.parse(day));
    }

    /** Posts the fees of a day under another day and returns the new lines. */
    private List<String> post(String day, String postedDay) {
        List<FeePosting> before = posted.stream()
                .filter(posting -> posting.key().day().toString().equals(day))
                .toList();
        List<FeePosting> postings = FeeCalculator.difference(BillingDay.parse(postedDay), due(day), before)
                .postings();
        posted.addAll(postings);
        return postings.stream()
                .map(posting -> String.join(
                        " ",
                        posting.key().agreement(),
                        posting.key().account().value(),
                        posting.key().settlement().code(),
                        posting.key().workspaceText() + "/" + posting.key().meterText(),
                        posting.kind().code(),
                        posting.quantity().toPlainString(),
                        posting.unitPrice().stripTrailingZeros().toPlainString(),
                        posting.amount().toString()))
                .toList();
    }

    private List<String> post(String day) {
        return post(day, day);
    }

    private void buy(PackageKind kind) {
        packages.add(new UsagePackage("pkg-1", PAYS_CNY, kind, START, List.of(OWN)));
    }

    private static TrafficPack pack(Meter meter, String quantity, String discount) {
        return new TrafficPack("pack-1", "pkg-1", meter, new BigDecimal(quantity), new BigDecimal(discount));
    }

    private void agree(PrivateScheme scheme, int collectors, String price, String maintenance, String to) {
        DayRange days = new DayRange(START, to.isEmpty() ? null : BillingDay.parse(to));
        tariffs.add(
                new PrivateTariff(OWN, scheme, collectors, new BigDecimal(price), new BigDecimal(maintenance), days));
    }

    @ParameterizedTest
    @CsvSource({"STARTER, 42000", "GROWTH, 280000", "ENTERPRISE, 510000"})
    void aPackageIsPaidOnceOnItsFirstDay(PackageKind kind, String price) {
        buy(kind);
        assertThat(post("2024-02-29"))
                .containsExactly("pkg-1 acct-1 wallet / package 1 " + price + " CNY " + price + ".00");
        assertThat(due("2024-03-01").fees()).isEmpty();
        assertThat(due("2025-02-28").fees()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "DATAKIT, 20, 1, 3, 60.00",
        "LOG, 2000000, 0.8, 1.2, 2.40",
        "TRACE, 1000000, 1, 3, 3.00",
        "RUM_PV, 100000, 1, 1, 10.00",
        "SYNTHETIC, 100000, 1, 1, 10.00",
        "TRIGGER, 300000, 0.123456, 0.123456, 3.70",
        "SMS, 100, 1, 1, 10.00",
        "LOG, 1000000, 0, 0, 0.00"
    })
    void aPackIsPaidEveryDayOfItsPackage(
            Meter meter, String quantity, String discount, String unitPrice, String amount) {
        buy(PackageKind.STARTER);
        packs.add(pack(meter, quantity, discount));
        assertThat(post("2024-03-01"))
                .containsExactly("pack-1 acct-1 wallet /" + meter.code() + " pack " + quantity + " " + unitPrice
                        + " CNY " + amount);
        assertThat(post("2025-02-27")).hasSize(1);
        assertThat(post("2025-02-28")).isEmpty();
        assertThat(post("2024-02-28")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2024-02-28, ''",
        "2024-02-29, subscription 120 900 USD 108000.00",
        "2025-02-28, subscription 120 900 USD 108000.00",
        "2025-03-01, ''",
        "2026-02-28, subscription 120 900 USD 108000.00",
        "2028-02-29, ''"
    })
    void aSubscriptionIsPaidEveryYearWhileItIsOpen(String day, String line) {
        agree(PrivateScheme.SUBSCRIPTION, 120, "900", "0", "2027-02-28");
        assertThat(post(day))
                .isEqualTo(line.isEmpty() ? List.of() : List.of("ws-own|2024-02-29 acct-2 aws ws-own/datakit " + line));
    }

    @ParameterizedTest
    @CsvSource({
        "600, 2024-02-29, licence 500 4000 USD 2000000.00",
        "600, 2025-02-28, maintenance 500 600 USD 300000.00",
        "600, 2028-02-29, maintenance 500 600 USD 300000.00",
        "600, 2028-02-28, ''",
        "0, 2024-02-29, licence 500 4000 USD 2000000.00",
        "0, 2025-02-28, ''"
    })
    void aLicenceIsPaidOnceAndMaintainedFromItsSecondYear(String maintenance, String day, String line) {
        agree(PrivateScheme.LICENCE, 500, "4000", maintenance, "");
        assertThat(post(day))
                .isEqualTo(line.isEmpty() ? List.of() : List.of("ws-own|2024-02-29 acct-2 aws ws-own/datakit " + line));
    }

    @Test
    void collectorsPaidByTheDayAreNoFee() {
        agree(PrivateScheme.PAYG, 0, "2.5", "0", "");
        assertThat(due("2024-02-29").fees()).isEmpty();
    }

    @Test
    void aTariffWithoutThePlanHasNoEffect() {
        agree(PrivateScheme.SUBSCRIPTION, 120, "900", "0", "");
        plan = Plan.COMMERCIAL;
        assertThat(due("2024-02-29").fees()).isEmpty();
        plan = Plan.PRIVATE;
        assertThat(due("2024-02-29").fees()).hasSize(1);
    }

    @Test
    void nobodyBoundIsHeldAndKeepsWhatWasPosted() {
        tariffs.add(new PrivateTariff(
                OWN,
                PrivateScheme.SUBSCRIPTION,
                3,
                BigDecimal.TEN,
                BigDecimal.ZERO,
                new DayRange(BillingDay.parse("2023-12-31"), null)));
        assertThat(due("2023-12-31").fees()).isEmpty();
        assertThat(due("2023-12-31").holds())
                .extracting(FeeHold::detail)
                .containsExactly("no binding on 2023-12-31 for its subscription");
        assertThat(post("2023-12-31")).isEmpty();
        assertThat(post("2024-12-31")).hasSize(1);
    }

    @Test
    void whatAnEndedCloudAccountShouldPayIsHeldWhereTheRuleIsToLock() {
        agree(PrivateScheme.SUBSCRIPTION, 120, "900", "0", "");
        released = new ReleasedVendors(
                List.of(new VendorRelease(SettlementMethod.AWS, "aws-1", BillingDay.parse("2025-01-01"))), Map.of());
        assertThat(due("2024-02-29").fees()).hasSize(1);
        assertThat(due("2025-02-28").fees()).isEmpty();
        assertThat(due("2025-02-28").holds())
                .extracting(hold -> hold.reason() + ": " + hold.detail())
                .containsExactly("LOCKED: the cloud account that pays its subscription has ended");
    }

    @Test
    void aRepeatPostsNothing() {
        buy(PackageKind.STARTER);
        packs.add(pack(Meter.LOG, "2000000", "0.8"));
        agree(PrivateScheme.SUBSCRIPTION, 120, "900", "0", "");
        assertThat(post("2024-02-29")).hasSize(3);
        assertThat(post("2024-02-29", "2024-03-05")).isEmpty();
        assertThat(posted).extracting(FeePosting::id).doesNotHaveDuplicates();
    }

    @Test
    void aChangedAgreementIsAdjusted() {
        buy(PackageKind.STARTER);
        packs.add(pack(Meter.LOG, "2000000", "0.8"));
        post("2024-03-01");
        packs.set(0, pack(Meter.LOG, "3000000", "0.7"));
        assertThat(post("2024-03-01", "2024-03-02"))
                .containsExactly("pack-1 acct-1 wallet /log adjustment 1000000 1.05 CNY 0.75");
        packs.set(0, pack(Meter.TRACE, "1000000", "1"));
        assertThat(post("2024-03-01", "2024-03-03"))
                .containsExactlyInAnyOrder(
                        "pack-1 acct-1 wallet /log adjustment -3000000 1.05 CNY -3.15",
                        "pack-1 acct-1 wallet /trace adjustment 1000000 3 CNY 3.00");
        assertThat(posted).extracting(FeePosting::id).doesNotHaveDuplicates();
    }

    @Test
    void aWithdrawnAgreementIsGivenBack() {
        buy(PackageKind.STARTER);
        post("2024-02-29");
        packages.clear();
        assertThat(post("2024-02-29", "2024-03-01"))
                .containsExactly("pkg-1 acct-1 wallet / adjustment -1 42000 CNY -42000.00");
        assertThat(post("2024-02-29", "2024-03-02")).isEmpty();
        buy(PackageKind.STARTER);
        assertThat(post("2024-02-29", "2024-03-03"))
                .containsExactly("pkg-1 acct-1 wallet / adjustment 1 42000 CNY 42000.00");
    }

    @ParameterizedTest
    @EnumSource(PackageKind.class)
    void t12ListValueOfAPackage(PackageKind kind) {
        packages.add(new UsagePackage("pkg-1", PAYS_CNY, kind, START, List.of(OWN)));
        List<Meter> meters = List.of(Meter.DATAKIT, Meter.LOG, Meter.TRACE, Meter.RUM_PV, Meter.TRIGGER);
        meters.forEach(meter -> packs.add(new TrafficPack(
                "pack-" + meter.code(), "pkg-1", meter, kind.quotas().get(meter), BigDecimal.ONE)));
        BigDecimal day = due("2024-03-01").fees().stream()
                .map(fee -> fee.amount().amount())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(day.multiply(BigDecimal.valueOf(372)))
                .isEqualByComparingTo(
                        switch (kind) {
                            case STARTER -> "72168";
                            case GROWTH -> "517080";
                            case ENTERPRISE -> "1019280";
                        });
    }

    @ParameterizedTest
    @CsvSource({
        "2024-03-10, '', '[2024-03-10,2024-03-11)'",
        "2024-03-10, 2024-03-10, '[2024-03-10,2024-03-11)'",
        "2024-03-10, 2024-03-08, '[2024-03-08,2024-03-11)'",
        "2024-03-10, 2023-01-01, '[2024-03-03,2024-03-11)'",
        "2024-03-10, 2024-04-01, '[2024-03-10,2024-03-11)'"
    })
    void daysOfARunBeginWithTheFirstEverPostedWithinTheLateWindow(String day, String first, String days) {
        Optional<BillingDay> known = first.isEmpty() ? Optional.empty() : Optional.of(BillingDay.parse(first));
        assertThat(FeeDays.of(BillingDay.parse(day), 7, known)).hasToString(days);
    }
}
