package io.billingcenter.domain.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.time.DayRange;
import io.billingcenter.domain.usage.Meter;
import io.billingcenter.domain.usage.MeterTier;
import io.billingcenter.domain.usage.Usage;
import io.billingcenter.domain.usage.WorkspaceDay;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * One mainland workspace, paid in CNY by acct-1 from its wallet since 2026-01-01, and a small price book of 2026-01-01:
 * logs of 14 days 1.5, page views of 14 days 2, hosts 2, scans 0.1. All other meters have no price.
 */
class RaterTest {

    private static final Currency CNY = Currency.getInstance("CNY");
    private static final WorkspaceId WORKSPACE = new WorkspaceId("ws-1");
    private static final BillingAccountId ACCOUNT = new BillingAccountId("acct-1");
    private static final DayRange SINCE_2026 = new DayRange(BillingDay.parse("2026-01-01"), null);
    private static final Map<String, Site> SITES =
            Map.of("cn1", new Site("cn1", SiteGroup.CN, ZoneId.of("Asia/Shanghai")));

    private static final MeterTier LOG_14 = new MeterTier(Meter.LOG, 14);
    private static final MeterTier LOG_30 = new MeterTier(Meter.LOG, 30);
    private static final MeterTier PAGE_VIEWS = new MeterTier(Meter.RUM_PV, 14);
    private static final MeterTier HOSTS = MeterTier.flat(Meter.NETWORK_HOST);
    private static final MeterTier SCANS = MeterTier.flat(Meter.SCAN);
    private static final MeterTier DATAKITS = MeterTier.flat(Meter.DATAKIT);

    private static final PriceBook BOOK = new PriceBook(
            SINCE_2026.from(),
            Map.of(
                    cnCny(LOG_14), new BigDecimal("1.5"),
                    cnCny(PAGE_VIEWS), new BigDecimal("2"),
                    cnCny(HOSTS), new BigDecimal("2"),
                    cnCny(SCANS), new BigDecimal("0.1")),
            "digest-1");

    private static Position cnCny(MeterTier tier) {
        return new Position(tier, SiteGroup.CN, CNY);
    }

    private static Usage usage(MeterTier tier, String quantity) {
        return new Usage(tier, new BigDecimal(quantity));
    }

    private static WorkspaceDay on(String day) {
        return new WorkspaceDay(WORKSPACE, BillingDay.parse(day));
    }

    private static AccountDirectory directory(Plan plan) {
        return directory(plan, "cn1", SettlementMethod.WALLET);
    }

    private static AccountDirectory directory(Plan plan, String site, SettlementMethod settlement) {
        return new AccountDirectory(
                List.of(new Workspace(
                        WORKSPACE, "one", site, "a@b.example", StorageType.ES, Channel.WEBSITE, SINCE_2026.from())),
                List.of(new BillingAccount(ACCOUNT, "one", "One", CNY, true)),
                List.of(new Binding(WORKSPACE, ACCOUNT, settlement, null, SINCE_2026)),
                List.of(new PlanPeriod(WORKSPACE, plan, SINCE_2026)));
    }

    private static Rater rater(
            AccountDirectory directory, PriceBook book, UnitsRule units, ContractPrice... contracts) {
        return new Rater(new RatingFacts(
                directory,
                new PriceBooks(List.of(book)),
                new ContractPrices(List.of(contracts)),
                PrivateTariffs.NONE,
                SITES,
                units));
    }

    private static Rater rater(ContractPrice... contracts) {
        return rater(directory(Plan.COMMERCIAL), BOOK, UnitsRule.EXACT, contracts);
    }

    private static ContractPrice contract(MeterTier tier, String price) {
        return new ContractPrice(ACCOUNT, tier, new BigDecimal(price), SINCE_2026);
    }

    private static Rating rate(Rater rater, Usage... usage) {
        return rater.rate(on("2026-10-15"), List.of(usage), false);
    }

    private static List<Charge> charges(Rating rating) {
        assertThat(rating).isInstanceOf(Rating.Charged.class);
        return ((Rating.Charged) rating).charges();
    }

    private static List<Hold> holds(Rating rating) {
        assertThat(rating).isInstanceOf(Rating.Held.class);
        return ((Rating.Held) rating).holds();
    }

    @ParameterizedTest
    @CsvSource({
        "log, 14, 1003000, 1.5045, 1.50",
        "log, 14, 3337, 0.0050055, 0.01",
        "log, 14, 3333, 0.0049995, 0.00",
        "rum_pv, 14, 10025, 2.005, 2.01",
        "rum_pv, 14, 10074.99, 2.014998, 2.01",
        "rum_pv, 14, 0.01, 0.000002, 0.00",
        "network_host, 0, 3, 6, 6.00",
        "scan, 0, 450000000, 0.045, 0.05",
        "log, 14, 100000000000000000000000000000000000000, 150000000000000000000000000000000,"
                + " 150000000000000000000000000000000.00"
    })
    void roundsEachLineOnceHalfUp(String meter, int days, String quantity, BigDecimal exact, BigDecimal amount) {
        MeterTier tier = new MeterTier(Meter.ofCode(meter).orElseThrow(), days);
        Charge charge = charges(rate(rater(), usage(tier, quantity))).get(0);
        assertThat(charge.exact().value()).isEqualByComparingTo(exact);
        assertThat(charge.amount().amount()).isEqualTo(amount);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {11, 12, 13})
    void agreesWithWholeNumberArithmetic(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 300; i++) {
            MeterTier tier = List.of(LOG_30, PAGE_VIEWS, HOSTS, SCANS).get(random.nextInt(4));
            long hundredths = 1 + random.nextLong(1_000_000_000_000L);
            long tenMillionths = random.nextLong(100_000_000L);
            Rater rater =
                    rater(contract(tier, BigDecimal.valueOf(tenMillionths, 7).toPlainString()));
            Charge charge = charges(rate(rater, new Usage(tier, BigDecimal.valueOf(hundredths, 2))))
                    .get(0);
            assertThat(charge.amount().amount())
                    .isEqualTo(new BigDecimal(
                            cents(hundredths, tenMillionths, tier.meter().unit()), 2));
        }
    }

    /** Calculates floor(amount in cents + 1/2) with whole numbers only. */
    private static BigInteger cents(long hundredths, long tenMillionths, long unit) {
        BigInteger numerator = BigInteger.valueOf(hundredths).multiply(BigInteger.valueOf(tenMillionths));
        BigInteger denominator = BigInteger.TEN.pow(7).multiply(BigInteger.valueOf(unit));
        return numerator.shiftLeft(1).add(denominator).divide(denominator.shiftLeft(1));
    }

    @Test
    void saysHowALineCameAbout() {
        Charge charge = charges(rate(rater(contract(LOG_14, "1.350")), usage(LOG_14, "1005000")))
                .get(0);
        assertThat(charge.explanation()).isEqualTo("1005000 / 1000000 x 1.35 = 1.35675 CNY -> 1.36");
        assertThat(charge.listPrice()).isEqualTo("1.5");
        assertThat(charge.priceVersion()).hasToString("2026-01-01");
    }

    @Test
    void cutsUnitsAfterTwoDecimalsWhenToldSo() {
        Rater legacy = rater(directory(Plan.COMMERCIAL), BOOK, UnitsRule.TRUNCATE_2);
        Charge charge = charges(rate(legacy, usage(LOG_14, "1239999"))).get(0);
        assertThat(charge.amount()).hasToString("CNY 1.85");
    }

    @Test
    void prefersTheContractPriceOfExactlyThatTier() {
        Rating rating = rate(
                rater(contract(LOG_14, "0"), contract(LOG_30, "1.9")), usage(LOG_14, "5000000"), usage(HOSTS, "1"));
        assertThat(charges(rating))
                .extracting(charge -> charge.tier() + " " + charge.unitPrice() + " " + charge.amount())
                .containsExactly("log/14d 0 CNY 0.00", "network_host 2 CNY 2.00");
    }

    @Test
    void needsNoListPriceBesideAContract() {
        Charge charge = charges(rate(rater(contract(LOG_30, "2.5")), usage(LOG_30, "1000000")))
                .get(0);
        assertThat(charge.amount()).hasToString("CNY 2.50");
        assertThat(charge.listPrice()).isNull();
    }

    @Test
    void needsNoBookBesideAContract() {
        PriceBook later = new PriceBook(BillingDay.parse("2026-12-01"), Map.of(), "digest-2");
        Rater rater = rater(directory(Plan.COMMERCIAL), later, UnitsRule.EXACT, contract(LOG_14, "1"));
        Charge charge = charges(rate(rater, usage(LOG_14, "1000000"))).get(0);
        assertThat(charge.amount()).hasToString("CNY 1.00");
        assertThat(charge.priceVersion()).isNull();
    }

    @Test
    void chargesTheAccountAndSettlementOfTheDay() {
        Rater rater = rater(directory(Plan.COMMERCIAL, "cn1", SettlementMethod.ALIYUN), BOOK, UnitsRule.EXACT);
        Rating.Charged charged = (Rating.Charged) rate(rater, usage(HOSTS, "1"));
        assertThat(charged.account()).isEqualTo(ACCOUNT);
        assertThat(charged.settlement()).isEqualTo(SettlementMethod.ALIYUN);
    }

    @Test
    void holdsEverythingWhenOnePriceIsMissing() {
        Usage logs = usage(LOG_30, "7");
        assertThat(holds(rate(rater(), usage(HOSTS, "1"), logs)))
                .containsExactly(new Hold(HoldReason.NO_PRICE, logs, "no price for cn CNY in book 2026-01-01"));
    }

    @Test
    void namesEveryMissingPrice() {
        assertThat(holds(rate(rater(), usage(LOG_30, "7"), usage(MeterTier.flat(Meter.SMS), "1"))))
                .extracting(hold -> hold.usage().tier().toString())
                .containsExactly("log/30d", "sms");
    }

    @Test
    void holdsDaysBeforeTheFirstBook() {
        Rating rating = rater(contract(HOSTS, "1")).rate(on("2026-01-01"), List.of(usage(HOSTS, "1")), false);
        assertThat(charges(rating)).hasSize(1);
        PriceBook later = new PriceBook(BillingDay.parse("2026-12-01"), BOOK.prices(), "digest-2");
        Rater rater = rater(directory(Plan.COMMERCIAL), later, UnitsRule.EXACT);
        assertThat(holds(rate(rater, usage(HOSTS, "1"))))
                .extracting(Hold::detail)
                .containsExactly("no price book on 2026-10-15");
    }

    @Test
    void showsDatakitsWithoutAPrice() {
        assertThat(charges(rate(rater(), usage(DATAKITS, "20"), usage(HOSTS, "1"))))
                .extracting(Charge::tier)
                .containsExactly(HOSTS);
        assertThat(charges(rate(rater(), usage(DATAKITS, "20")))).isEmpty();
        assertThat(charges(rate(rater(contract(DATAKITS, "3")), usage(DATAKITS, "20"))))
                .extracting(charge -> charge.amount().toString())
                .containsExactly("CNY 60.00");
    }

    @ParameterizedTest
    @EnumSource(
            value = Plan.class,
            names = {"FREE", "PRIVATE"})
    void neitherChargesNorHoldsPlansThatAreNotCharged(Plan plan) {
        Rater rater = rater(directory(plan), BOOK, UnitsRule.EXACT);
        assertThat(rate(rater, usage(LOG_30, "7"))).isEqualTo(new Rating.Free());
        assertThat(rater.rate(on("2026-10-15"), List.of(usage(HOSTS, "1")), true))
                .isEqualTo(new Rating.Free());
        assertThat(holds(rater.rate(on("2025-12-31"), List.of(usage(HOSTS, "1")), false)))
                .extracting(Hold::reason)
                .containsExactly(HoldReason.NO_BINDING);
    }

    @Test
    void hasNothingToHoldWithoutUsage() {
        Rater knowsNothing =
                rater(new AccountDirectory(List.of(), List.of(), List.of(), List.of()), BOOK, UnitsRule.EXACT);
        assertThat(rate(knowsNothing)).isEqualTo(new Rating.Free());
    }

    /** Each case lacks the fact named by its reason and all facts of later reasons. */
    @ParameterizedTest
    @CsvSource({
        "true, true, false, 100000000000000000000000000000000000001, quarantine_limit",
        "false, true, false, 100000000000000000000000000000000000001, quantity_limit",
        "false, true, false, 1, no_workspace",
        "false, false, false, 1, no_binding",
        "false, false, true, 1, no_price"
    })
    void givesTheFirstReasonThatApplies(
            boolean overLimit, boolean unknown, boolean bound, String quantity, String reason) {
        Rater rater = rater(directory(Plan.COMMERCIAL), BOOK, UnitsRule.EXACT);
        WorkspaceId workspace = unknown ? new WorkspaceId("ws-unknown") : WORKSPACE;
        BillingDay day = BillingDay.parse(bound ? "2026-10-15" : "2025-12-31");
        Rating rating = rater.rate(new WorkspaceDay(workspace, day), List.of(usage(LOG_30, quantity)), overLimit);
        assertThat(holds(rating)).extracting(hold -> hold.reason().code()).containsExactly(reason);
    }

    @Test
    void refusesASiteThatTheSettingsDoNotHave() {
        Rater rater = rater(directory(Plan.COMMERCIAL, "mars1", SettlementMethod.WALLET), BOOK, UnitsRule.EXACT);
        assertThatThrownBy(() -> rate(rater, usage(HOSTS, "1")))
                .hasMessage("Expected a site out of [cn1] for workspace ws-1, found mars1");
    }

    @Test
    void namesTheSameTermsForTheSameReasons() {
        String terms = rater(contract(LOG_14, "1.3500")).termsOf(on("2026-10-15"), false);
        assertThat(rater(contract(LOG_14, "1.35")).termsOf(on("2026-10-16"), false))
                .isEqualTo(terms);
        assertThat(terms).contains("acct-1").contains("log/14d=1.35").contains("digest-1");
    }

    @Test
    void namesOtherTermsWhenTheQuarantineLimitIsPassed() {
        assertThat(rater().termsOf(on("2026-10-15"), true)).isNotEqualTo(rater().termsOf(on("2026-10-15"), false));
    }

    @Test
    void namesOtherTermsWhenAnythingDiffers() {
        PriceBook edited = new PriceBook(BOOK.version(), BOOK.prices(), "digest-2");
        AccountDirectory commercial = directory(Plan.COMMERCIAL);
        List<Rater> raters = Arrays.asList(
                rater(),
                rater(contract(LOG_14, "1.35")),
                rater(contract(LOG_14, "1.36")),
                rater(contract(LOG_30, "1.35")),
                rater(directory(Plan.COMMERCIAL_INGEST), BOOK, UnitsRule.EXACT),
                rater(directory(Plan.FREE), BOOK, UnitsRule.EXACT),
                rater(directory(Plan.COMMERCIAL, "cn1", SettlementMethod.AWS), BOOK, UnitsRule.EXACT),
                rater(commercial, BOOK, UnitsRule.TRUNCATE_2),
                rater(commercial, edited, UnitsRule.EXACT));
        assertThat(raters)
                .extracting(rater -> rater.termsOf(on("2026-10-15"), false))
                .doesNotHaveDuplicates();
    }

    private static Rater privately(String price, DayRange days) {
        PrivateTariff tariff =
                new PrivateTariff(WORKSPACE, PrivateScheme.PAYG, 0, new BigDecimal(price), BigDecimal.ZERO, days);
        return new Rater(new RatingFacts(
                directory(Plan.PRIVATE),
                new PriceBooks(List.of(BOOK)),
                new ContractPrices(List.of()),
                new PrivateTariffs(List.of(tariff)),
                SITES,
                UnitsRule.EXACT));
    }

    @Test
    void chargesPrivateDeploymentsByTheirCollectorsAlone() {
        Charge charge = charges(rate(privately("2.125", SINCE_2026), usage(DATAKITS, "3"), usage(LOG_30, "7")))
                .get(0);
        assertThat(charge.tier() + " " + charge.quantity() + " " + charge.amount())
                .isEqualTo("datakit 3 CNY 6.38");
        assertThat(charge.listPrice()).isNull();
        assertThat(charge.priceVersion()).isNull();
    }

    @Test
    void neitherChargesNorHoldsPrivateDeploymentsWithoutCollectorsOrTariff() {
        assertThat(rate(privately("2", SINCE_2026), usage(LOG_30, "7"))).isEqualTo(new Rating.Free());
        DayRange over = new DayRange(SINCE_2026.from(), BillingDay.parse("2026-10-15"));
        assertThat(rate(privately("2", over), usage(DATAKITS, "3"))).isEqualTo(new Rating.Free());
    }

    @Test
    void holdsPrivateDeploymentsThatNobodyPaysFor() {
        Rater rater = privately("2", new DayRange(BillingDay.parse("2025-01-01"), null));
        PlanPeriod before = new PlanPeriod(WORKSPACE, Plan.PRIVATE, new DayRange(BillingDay.parse("2025-01-01"), null));
        Rater unbound = new Rater(new RatingFacts(
                new AccountDirectory(
                        List.of(new Workspace(
                                WORKSPACE,
                                "one",
                                "cn1",
                                "a@b.example",
                                StorageType.ES,
                                Channel.WEBSITE,
                                SINCE_2026.from())),
                        List.of(),
                        List.of(),
                        List.of(before)),
                new PriceBooks(List.of(BOOK)),
                new ContractPrices(List.of()),
                new PrivateTariffs(List.of(new PrivateTariff(
                        WORKSPACE, PrivateScheme.PAYG, 0, BigDecimal.ONE, BigDecimal.ZERO, SINCE_2026))),
                SITES,
                UnitsRule.EXACT));
        assertThat(holds(rate(unbound, usage(DATAKITS, "3"))))
                .extracting(Hold::reason)
                .containsExactly(HoldReason.NO_BINDING);
        assertThat(rater.termsOf(on("2026-10-15"), false))
                .isNotEqualTo(privately("3", SINCE_2026).termsOf(on("2026-10-15"), false));
    }

    @ParameterizedTest
    @CsvSource({"0, 500 50 150", "1, 200 50 150", "2, 0 0 100", "3, 0 0 0"})
    void takesFreeSeriesFromTheShortestRetentionFirst(String datakits, String left) {
        List<Usage> usage = List.of(
                usage(new MeterTier(Meter.SERIES, 360), "150"),
                usage(new MeterTier(Meter.SERIES, 7), "500"),
                usage(new MeterTier(Meter.SERIES, 14), "50"),
                usage(DATAKITS, datakits));
        assertThat(BillableUsage.of(Plan.LEGACY_DEFAULT, usage))
                .filteredOn(used -> used.tier().meter() == Meter.SERIES)
                .extracting(used -> used.quantity().toPlainString())
                .containsExactly(left.split(" "));
    }
}
