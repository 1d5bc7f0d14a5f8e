package io.billingcenter.domain.pricing;

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
import io.billingcenter.domain.pricing.PriceBook.Position;
import io.billingcenter.domain.pricing.QuotaAllocator.PackageDay;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.time.DayRange;
import io.billingcenter.domain.usage.Measure;
import io.billingcenter.domain.usage.MeasureTier;
import io.billingcenter.domain.usage.MeasuredDay;
import io.billingcenter.domain.usage.Meter;
import io.billingcenter.domain.usage.MeterTier;
import io.billingcenter.domain.usage.UsageCalculator;
import io.billingcenter.domain.usage.WorkspaceDay;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Account acct-1 (CNY) pays ws-a, ws-b and ws-c from its wallet. Its starter package of 2022-01-05 (a day: 20 collectors, 40 M
 * logs, 5 M traces, 400 k page views, 190 k triggers) serves ws-a, then ws-b. The prices are those of the legacy list.
 */
class QuotaAllocatorTest {

    private static final Currency CNY = Currency.getInstance("CNY");
    private static final BillingAccountId ACCOUNT = new BillingAccountId("acct-1");
    private static final WorkspaceId A = new WorkspaceId("ws-a");
    private static final WorkspaceId B = new WorkspaceId("ws-b");
    private static final WorkspaceId C = new WorkspaceId("ws-c");
    private static final BillingDay DAY = BillingDay.parse("2022-03-01");
    private static final DayRange ALWAYS = new DayRange(BillingDay.parse("2021-01-01"), null);
    private static final UsagePackage STARTER =
            new UsagePackage("pkg-1", ACCOUNT, PackageKind.STARTER, BillingDay.parse("2022-01-05"), List.of(A, B));

    private final Map<WorkspaceId, Plan> plans = new HashMap<>();
    private final Map<WorkspaceId, SettlementMethod> settlements = new HashMap<>();
    private final List<UsagePackage> packages = new ArrayList<>(List.of(STARTER));
    private final List<TrafficPack> packs = new ArrayList<>();
    private final List<ContractPrice> contracts = new ArrayList<>();
    private final Map<Position, BigDecimal> prices = legacyPrices();
    private final Map<WorkspaceId, Map<MeasureTier, BigInteger>> measures = new TreeMap<>();
    private final List<WorkspaceId> overLimit = new ArrayList<>();

    private static Map<Position, BigDecimal> legacyPrices() {
        Map<Position, BigDecimal> prices = new HashMap<>();
        String list =
                "datakit 0 3, log 7 1.2, log 14 1.5, log 30 2, log 60 2.5, trace 3 2, trace 7 3, trace 14 6, trace 30 18,"
                        + " rum_pv 3 0.7, rum_pv 7 1, rum_pv 14 2, rum_pv 60 20, trigger 0 1, synthetic 0 1, sms 0 1";
        for (String price : list.split(", ?")) {
            String[] words = price.split(" ");
            prices.put(position(words[0], Integer.parseInt(words[1])), new BigDecimal(words[2]));
        }
        return prices;
    }

    private static Position position(String meter, int days) {
        return new Position(new MeterTier(Meter.ofCode(meter).orElseThrow(), days), SiteGroup.CN, CNY);
    }

    private void used(WorkspaceId workspace, Measure measure, int days, long quantity) {
        measures.computeIfAbsent(workspace, key -> new HashMap<>())
                .put(new MeasureTier(measure, days), BigInteger.valueOf(quantity));
    }

    private AccountDirectory directory() {
        List<WorkspaceId> all = List.of(A, B, C);
        return new AccountDirectory(
                all.stream()
                        .map(id -> new Workspace(
                                id, "", "cn1", "a@b.example", StorageType.ES, Channel.WEBSITE, ALWAYS.from()))
                        .toList(),
                List.of(new BillingAccount(ACCOUNT, "one", "", CNY, true)),
                all.stream()
                        .map(id -> new Binding(
                                id, ACCOUNT, settlements.getOrDefault(id, SettlementMethod.WALLET), null, ALWAYS))
                        .toList(),
                plans.entrySet().stream()
                        .map(plan -> new PlanPeriod(plan.getKey(), plan.getValue(), ALWAYS))
                        .toList());
    }

    private Rater rater() {
        return new Rater(new RatingFacts(
                directory(),
                new PriceBooks(List.of(new PriceBook(ALWAYS.from(), prices, "legacy"))),
                new ContractPrices(contracts),
                PrivateTariffs.NONE,
                Map.of("cn1", new Site("cn1", SiteGroup.CN, ZoneId.of("Asia/Shanghai"))),
                UnitsRule.EXACT));
    }

    private QuotaDrawdown drawdown(WorkspaceId workspace, BillingDay day) {
        QuotaAllocator sharing = new QuotaAllocator(directory(), new Packages(packages, packs), rater());
        return sharing.packageDay(new WorkspaceDay(workspace, day))
                .map(packageDay -> sharing.drawdowns(
                                packageDay,
                                sharing.members(packageDay).stream()
                                        .filter(measures::containsKey)
                                        .map(member -> measured(member, day))
                                        .toList())
                        .get(workspace))
                .orElse(QuotaDrawdown.NONE);
    }

    private MeasuredDay measured(WorkspaceId workspace, BillingDay day) {
        return new MeasuredDay(
                new WorkspaceDay(workspace, day),
                overLimit.contains(workspace),
                measures.getOrDefault(workspace, Map.of()));
    }

    private Rating rating(WorkspaceId workspace, BillingDay day) {
        MeasuredDay measured = measured(workspace, day);
        return rater().rate(
                        measured.workspaceDay(),
                        UsageCalculator.usage(measured.measures()),
                        measured.overLimit(),
                        drawdown(workspace, day));
    }

    /** Returns tier, quantity and amount of each line. */
    private List<String> lines(WorkspaceId workspace, BillingDay day) {
        return ((Rating.Charged) rating(workspace, day))
                .charges().stream()
                        .map(charge -> charge.tier() + " "
                                + charge.quantity().stripTrailingZeros().toPlainString() + " "
                                + charge.amount().amount())
                        .toList();
    }

    private List<String> lines(WorkspaceId workspace) {
        return lines(workspace, DAY);
    }

    private void t9(WorkspaceId workspace) {
        used(workspace, Measure.DATAKITS, 0, 25);
        used(workspace, Measure.LOG_ITEMS, 30, 40_000_000);
        used(workspace, Measure.TRACE_IDS, 14, 5_000_000);
        used(workspace, Measure.RUM_VIEWS, 14, 400_000);
        used(workspace, Measure.TRIGGER_CALLS, 0, 210_000);
    }

    /** 15 + 60 + 40 + 15 + 2 = 132, as printed. */
    @Test
    void t9StarterPackageAndOverage() {
        t9(A);
        assertThat(lines(A))
                .containsExactly(
                        "datakit 5 15.00",
                        "log/14d 40000000 60.00",
                        "rum_pv/7d 400000 40.00",
                        "trace/7d 5000000 15.00",
                        "trigger 20000 2.00");
    }

    @ParameterizedTest
    @CsvSource({
        "LOG_ITEMS, 3, 1, log/14d",
        "LOG_ITEMS, 7, 1, log/14d",
        "LOG_ITEMS, 14, 1, log/14d",
        "LOG_ITEMS, 30, 2, log/14d",
        "LOG_ITEMS, 60, 3, log/14d",
        "TRACE_IDS, 3, 1, trace/7d",
        "TRACE_IDS, 7, 1, trace/7d",
        "TRACE_IDS, 14, 2, trace/7d",
        "RUM_VIEWS, 3, 1, rum_pv/7d",
        "RUM_VIEWS, 7, 1, rum_pv/7d",
        "RUM_VIEWS, 14, 2, rum_pv/7d"
    })
    void t8Conversion(Measure measure, int days, int factor, String tier) {
        used(A, measure, days, 100_000_000);
        BigDecimal converted = BigDecimal.valueOf(100_000_000L * factor);
        BigDecimal quota = PackageKind.STARTER.quotas().get(tierOf(tier));
        assertThat(lines(A))
                .singleElement()
                .asString()
                .startsWith(tier + " " + converted.subtract(quota).toPlainString() + " ");
    }

    private static Meter tierOf(String text) {
        return Meter.ofCode(text.substring(0, text.indexOf('/'))).orElseThrow();
    }

    @Test
    void oneLineOfWhatIsLeftOfAllTiersAlsoOfNothing() {
        used(A, Measure.LOG_ITEMS, 7, 10_000_000);
        used(A, Measure.LOG_ITEMS, 30, 5_000_000);
        assertThat(lines(A)).containsExactly("log/14d 0 0.00");
        used(A, Measure.LOG_ITEMS, 60, 10_000_001);
        assertThat(lines(A)).containsExactly("log/14d 10000003 15.00");
    }

    @Test
    void theFirstWorkspaceTakesWhatItNeeds() {
        used(A, Measure.LOG_ITEMS, 14, 30_000_000);
        used(B, Measure.LOG_ITEMS, 14, 25_000_000);
        assertThat(lines(A)).containsExactly("log/14d 0 0.00");
        assertThat(lines(B)).containsExactly("log/14d 15000000 22.50");
    }

    @Test
    void theOrderIsTheOneAgreed() {
        packages.set(0, new UsagePackage("pkg-1", ACCOUNT, PackageKind.STARTER, STARTER.from(), List.of(B, A)));
        used(A, Measure.LOG_ITEMS, 14, 30_000_000);
        used(B, Measure.LOG_ITEMS, 14, 25_000_000);
        assertThat(lines(A)).containsExactly("log/14d 15000000 22.50");
        assertThat(lines(B)).containsExactly("log/14d 0 0.00");
    }

    @Test
    void whatIsLeftToAWorkspaceIsPartOfItsTerms() {
        used(A, Measure.LOG_ITEMS, 14, 30_000_000);
        used(B, Measure.LOG_ITEMS, 14, 25_000_000);
        WorkspaceDay day = new WorkspaceDay(B, DAY);
        String terms = rater().termsOf(day, false, drawdown(B, DAY));
        assertThat(rater().termsOf(day, false, drawdown(B, DAY))).isEqualTo(terms);
        used(A, Measure.LOG_ITEMS, 14, 31_000_000);
        assertThat(rater().termsOf(day, false, drawdown(B, DAY))).isNotEqualTo(terms);
    }

    @Test
    void heldWorkspacesTakeNothing() {
        used(A, Measure.LOG_ITEMS, 14, 30_000_000);
        used(B, Measure.LOG_ITEMS, 14, 25_000_000);
        overLimit.add(A);
        assertThat(rating(A, DAY)).isInstanceOf(Rating.Held.class);
        assertThat(lines(B)).containsExactly("log/14d 0 0.00");
        overLimit.clear();
        used(A, Measure.SCANNED_BYTES, 0, 1);
        assertThat(rating(A, DAY)).isInstanceOf(Rating.Held.class);
        assertThat(lines(B)).containsExactly("log/14d 0 0.00");
    }

    @Test
    void workspacesNotServedPayEverythingThemselves() {
        t9(C);
        assertThat(lines(C))
                .containsExactly(
                        "datakit 25 75.00",
                        "log/30d 40000000 80.00",
                        "rum_pv/14d 400000 80.00",
                        "trace/14d 5000000 30.00",
                        "trigger 210000 21.00");
    }

    @ParameterizedTest
    @CsvSource({"ALIYUN, COMMERCIAL", "WALLET, FREE", "WALLET, PRIVATE"})
    void onlyChargedWorkspacesPaidFromTheWalletAreServed(SettlementMethod settlement, Plan plan) {
        used(A, Measure.LOG_ITEMS, 14, 30_000_000);
        used(B, Measure.LOG_ITEMS, 14, 25_000_000);
        settlements.put(A, settlement);
        plans.put(A, plan);
        assertThat(drawdown(A, DAY)).isEqualTo(QuotaDrawdown.NONE);
        assertThat(lines(B)).containsExactly("log/14d 0 0.00");
    }

    @ParameterizedTest
    @CsvSource({"2022-01-04, false", "2022-01-05, true", "2023-01-04, true", "2023-01-05, false"})
    void livesForOneYear(String day, boolean served) {
        t9(A);
        assertThat(drawdown(A, BillingDay.parse(day)).covered().isEmpty()).isEqualTo(!served);
    }

    @Test
    void everyDayBeginsAnew() {
        t9(A);
        assertThat(lines(A, DAY.plusDays(1))).isEqualTo(lines(A, DAY));
    }

    @Test
    void packsAddQuotaAlsoOfOtherMeters() {
        packs.add(new TrafficPack("pack-1", "pkg-1", Meter.LOG, new BigDecimal("15000000"), BigDecimal.ONE));
        packs.add(new TrafficPack("pack-2", "pkg-1", Meter.SYNTHETIC, new BigDecimal("100000"), BigDecimal.ONE));
        used(A, Measure.LOG_ITEMS, 14, 30_000_000);
        used(B, Measure.LOG_ITEMS, 14, 26_000_000);
        used(B, Measure.SYNTHETIC_TESTS, 0, 120_000);
        assertThat(lines(A)).containsExactly("log/14d 0 0.00");
        assertThat(lines(B)).containsExactly("log/14d 1000000 1.50", "synthetic 20000 2.00");
    }

    @Test
    void severalPackagesAreDrawnOnOneAfterTheOther() {
        packages.add(new UsagePackage("pkg-0", ACCOUNT, PackageKind.STARTER, STARTER.from(), List.of(B, A)));
        used(A, Measure.LOG_ITEMS, 14, 50_000_000);
        used(B, Measure.LOG_ITEMS, 14, 31_000_000);
        // pkg-0 comes first by id: 31 to ws-b, 9 to ws-a; then pkg-1: 40 to ws-a
        assertThat(lines(A)).containsExactly("log/14d 1000000 1.50");
        assertThat(lines(B)).containsExactly("log/14d 0 0.00");
    }

    @Test
    void tiersWithoutAFactorStayOutside() {
        used(A, Measure.TRACE_IDS, 14, 1_000_000);
        used(A, Measure.TRACE_IDS, 30, 1_000_000);
        used(A, Measure.RUM_VIEWS, 60, 10_000);
        assertThat(lines(A)).containsExactly("rum_pv/60d 10000 20.00", "trace/7d 0 0.00", "trace/30d 1000000 18.00");
    }

    @Test
    void theRestTakesAContractPriceOfTheDefaultTier() {
        contracts.add(new ContractPrice(ACCOUNT, new MeterTier(Meter.LOG, 14), BigDecimal.ONE, ALWAYS));
        contracts.add(new ContractPrice(ACCOUNT, new MeterTier(Meter.LOG, 30), BigDecimal.TEN, ALWAYS));
        used(A, Measure.LOG_ITEMS, 30, 40_000_000);
        assertThat(lines(A)).containsExactly("log/14d 40000000 40.00");
    }

    @Test
    void quotaOfCollectorsCountsOnlyWhereTheBookPricesThem() {
        used(A, Measure.DATAKITS, 0, 25);
        prices.remove(position("datakit", 0));
        assertThat(lines(A)).isEmpty();
        contracts.add(new ContractPrice(ACCOUNT, MeterTier.flat(Meter.DATAKIT), BigDecimal.ONE, ALWAYS));
        assertThat(lines(A)).containsExactly("datakit 25 25.00");
    }

    @Test
    void collectorsThatAreNotChargedTakeNoQuota() {
        plans.put(A, Plan.LEGACY_SERIES);
        used(A, Measure.DATAKITS, 0, 25);
        used(B, Measure.DATAKITS, 0, 20);
        assertThat(rating(A, DAY)).isEqualTo(new Rating.Free());
        assertThat(lines(B)).containsExactly("datakit 0 0.00");
    }

    @Test
    void nobodyElseSharesWithTheAccount() {
        QuotaAllocator sharing = new QuotaAllocator(directory(), new Packages(packages, packs), rater());
        assertThat(sharing.packageDay(new WorkspaceDay(C, DAY))).isEmpty();
        assertThat(sharing.members(new PackageDay(ACCOUNT, DAY))).containsExactly(A, B);
    }

    /** Nothing is lost or given twice, and no workspace draws while an earlier one still has demand. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {21, 22, 23})
    void givesOutTheWholeQuotaInOrder(long seed) {
        Random random = new Random(seed);
        packages.set(0, new UsagePackage("pkg-1", ACCOUNT, PackageKind.STARTER, STARTER.from(), List.of(C, A, B)));
        for (int i = 0; i < 300; i++) {
            measures.clear();
            overLimit.clear();
            List.of(A, B, C).forEach(workspace -> {
                used(workspace, Measure.LOG_ITEMS, 14, random.nextLong(30_000_000));
                used(workspace, Measure.LOG_ITEMS, 30, random.nextLong(10_000_000));
                if (random.nextInt(4) == 0) {
                    overLimit.add(workspace);
                }
            });
            BigDecimal left = BigDecimal.valueOf(40_000_000);
            for (WorkspaceId workspace : List.of(C, A, B)) {
                Map<MeasureTier, BigInteger> used = measures.getOrDefault(workspace, Map.of());
                BigInteger needed = overLimit.contains(workspace)
                        ? BigInteger.ZERO
                        : used.get(new MeasureTier(Measure.LOG_ITEMS, 14))
                                .add(used.get(new MeasureTier(Measure.LOG_ITEMS, 30))
                                        .multiply(BigInteger.TWO));
                BigDecimal expected = new BigDecimal(needed).min(left);
                assertThat(drawdown(workspace, DAY).covered().get(Meter.LOG)).isEqualByComparingTo(expected);
                left = left.subtract(expected);
            }
        }
    }
}
