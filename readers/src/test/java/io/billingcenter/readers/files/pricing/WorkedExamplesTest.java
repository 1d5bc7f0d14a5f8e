package io.billingcenter.readers.files.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import io.billingcenter.domain.account.AccountDirectory;
import io.billingcenter.domain.account.BillingAccount;
import io.billingcenter.domain.account.BillingAccountId;
import io.billingcenter.domain.account.Binding;
import io.billingcenter.domain.account.Channel;
import io.billingcenter.domain.account.Plan;
import io.billingcenter.domain.account.PlanPeriod;
import io.billingcenter.domain.account.SettlementMethod;
import io.billingcenter.domain.account.Site;
import io.billingcenter.domain.account.SiteGroup;
import io.billingcenter.domain.account.StorageType;
import io.billingcenter.domain.account.Workspace;
import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.money.Money;
import io.billingcenter.domain.pricing.Charge;
import io.billingcenter.domain.pricing.ContractPrices;
import io.billingcenter.domain.pricing.PriceBooks;
import io.billingcenter.domain.pricing.PrivateTariffs;
import io.billingcenter.domain.pricing.Rater;
import io.billingcenter.domain.pricing.Rating;
import io.billingcenter.domain.pricing.RatingFacts;
import io.billingcenter.domain.pricing.UnitsRule;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.time.DayRange;
import io.billingcenter.domain.usage.Meter;
import io.billingcenter.domain.usage.MeterTier;
import io.billingcenter.domain.usage.Usage;
import io.billingcenter.domain.usage.WorkspaceDay;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rates the worked examples of billing rules 3 with the shipped books, for a mainland and an overseas workspace. */
class WorkedExamplesTest {

    private static final DayRange ALWAYS = new DayRange(BillingDay.parse("2020-01-01"), null);
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Map<String, Site> SITES = Map.of(
            "CN", new Site("CN", SiteGroup.CN, ZONE),
            "OS", new Site("OS", SiteGroup.OS, ZONE));
    private static final PriceBooks SHIPPED =
            new PriceBooks(new PriceBookFolder(Path.of("..", "config", "price-books")).read());

    private static final List<Usage> T1 = List.of(
            usage("series", 3, "6000"),
            usage("log", 7, "2000000"),
            usage("trace", 3, "2000000"),
            usage("rum_pv", 3, "20000"),
            usage("trigger", 0, "20000"));

    private static Usage usage(String meter, int days, String quantity) {
        return new Usage(new MeterTier(Meter.ofCode(meter).orElseThrow(), days), new BigDecimal(quantity));
    }

    /** Rates for a workspace on a site of that group, paid in that currency. */
    private static Rating rate(String group, String currency, String day, List<Usage> usage) {
        return rate(Plan.COMMERCIAL, group, currency, day, usage);
    }

    private static Rating rate(Plan plan, String group, String currency, String day, List<Usage> usage) {
        WorkspaceId workspace = new WorkspaceId("ws-1");
        BillingAccountId account = new BillingAccountId("acct-1");
        AccountDirectory directory = new AccountDirectory(
                List.of(new Workspace(
                        workspace, "", group, "a@b.example", StorageType.ES, Channel.WEBSITE, ALWAYS.from())),
                List.of(new BillingAccount(account, "one", "", Currency.getInstance(currency), true)),
                List.of(new Binding(workspace, account, SettlementMethod.WALLET, null, ALWAYS)),
                List.of(new PlanPeriod(workspace, plan, ALWAYS)));
        Rater rater = new Rater(new RatingFacts(
                directory, SHIPPED, new ContractPrices(List.of()), PrivateTariffs.NONE, SITES, UnitsRule.EXACT));
        return rater.rate(new WorkspaceDay(workspace, BillingDay.parse(day)), usage, false);
    }

    private static Stream<String> amounts(Rating rating) {
        return ((Rating.Charged) rating)
                .charges().stream()
                        .map(Charge::amount)
                        .map(money -> money.amount().toPlainString());
    }

    private static Money total(Rating rating) {
        return ((Rating.Charged) rating)
                .charges().stream().map(Charge::amount).reduce(Money::plus).orElseThrow();
    }

    @Test
    void t1DailyBill() {
        Rating rating = rate("CN", "CNY", "2026-10-15", T1);
        assertThat(amounts(rating)).containsExactly("3.60", "2.40", "4.00", "1.40", "2.00");
        assertThat(total(rating)).hasToString("CNY 13.40");
    }

    /** 10 hosts with a collector each, and 500 series; the rest as in T1. */
    private static final List<Usage> T2 = List.of(
            usage("datakit", 0, "10"),
            usage("log", 7, "2000000"),
            usage("rum_pv", 3, "20000"),
            usage("series", 7, "500"),
            usage("trace", 3, "2000000"),
            usage("trigger", 0, "20000"));

    @Test
    void t2LegacyByCollectors() {
        Rating rating = rate(Plan.LEGACY_DEFAULT, "CN", "CNY", "2023-04-19", T2);
        assertThat(amounts(rating)).containsExactly("30.00", "2.40", "1.40", "0.00", "4.00", "2.00");
        assertThat(total(rating)).hasToString("CNY 39.80");
    }

    @Test
    void t3LegacyBySeries() {
        Rating rating = rate(Plan.LEGACY_SERIES, "CN", "CNY", "2023-04-19", T2);
        assertThat(amounts(rating)).containsExactly("2.40", "1.40", "1.50", "4.00", "2.00");
        assertThat(total(rating)).hasToString("CNY 11.30");
    }

    @Test
    void otherPlansPayEveryPriceOfTheLegacyList() {
        Rating rating = rate(Plan.COMMERCIAL, "CN", "CNY", "2021-01-01", T2);
        assertThat(amounts(rating)).containsExactly("30.00", "2.40", "1.40", "1.50", "4.00", "2.00");
    }

    @Test
    void d14DailyBillOverseas() {
        Rating rating = rate("OS", "CNY", "2026-10-15", T1);
        assertThat(amounts(rating)).containsExactly("9.60", "4.80", "12.00", "4.00", "4.00");
        assertThat(total(rating)).hasToString("CNY 34.40");
    }

    @ParameterizedTest(name = "{0}: {1} {2} of {4} {3}")
    @CsvSource({
        "T6, CN, CNY, series, 3, 6000, 3.60",
        "D5, CN, CNY, trace, 7, 1500000, 4.50",
        "D8, CN, CNY, forward_stored, 0, 1250000000000, 8.75",
        "D9, CN, CNY, forward_external, 0, 240000000000, 84.00",
        "D10, CN, CNY, trigger, 0, 1440, 0.14",
        "D13, CN, CNY, sms, 0, 25, 2.50",
        "lowest price, CN, USD, forward_stored, 0, 4999999999, 0.00",
        "half a cent, CN, USD, forward_stored, 0, 5000000000, 0.01",
        "overseas in USD, OS, USD, trace, 60, 1000000, 9.26"
    })
    void singleMeters(
            String example, String group, String currency, String meter, int days, String quantity, String amount) {
        Rating rating = rate(group, currency, "2026-10-15", List.of(usage(meter, days, quantity)));
        assertThat(amounts(rating)).as(example).containsExactly(amount);
    }

    @ParameterizedTest
    @CsvSource({
        "2023-11-02, trace, 30, 1000000, 18.00",
        "2024-11-05, trace, 30, 1000000, 18.00",
        "2024-11-06, trace, 30, 1000000, 10.80",
        "2024-11-05, session_replay, 0, 1000, 10.00",
        "2024-11-06, session_replay, 0, 1000, 2.50",
        "2024-06-26, pipeline, 0, 1000000000, 0.10"
    })
    void takeTheBookOfTheDay(String day, String meter, int days, String quantity, String amount) {
        assertThat(amounts(rate("CN", "CNY", day, List.of(usage(meter, days, quantity)))))
                .containsExactly(amount);
    }

    @ParameterizedTest
    @CsvSource({
        "OS, USD, 2026-10-15, sms, no price for os USD in book 2024-11-06",
        "CN, USD, 2026-10-15, sms, no price for cn USD in book 2024-11-06",
        "CN, CNY, 2024-06-25, pipeline, no price for cn CNY in book 2023-11-02",
        "CN, CNY, 2023-11-01, trigger, no price book on 2023-11-01",
        "CN, CNY, 2023-04-20, trigger, no price book on 2023-04-20",
        "CN, CNY, 2023-04-19, scan, no price for cn CNY in book 2021-01-01",
        "OS, CNY, 2023-04-19, trigger, no price for os CNY in book 2021-01-01",
        "CN, CNY, 2020-12-31, trigger, no price book on 2020-12-31"
    })
    void holdWhatIsNotOffered(String group, String currency, String day, String meter, String detail) {
        Rating rating = rate(group, currency, day, List.of(usage(meter, 0, "1")));
        assertThat(((Rating.Held) rating).holds()).extracting("detail").containsExactly(detail);
    }

    @Test
    void showDatakitsOnly() {
        Rating rating = rate("CN", "CNY", "2026-10-15", List.of(usage("datakit", 0, "20")));
        assertThat(amounts(rating)).isEmpty();
    }
}
