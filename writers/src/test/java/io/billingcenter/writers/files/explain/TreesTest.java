package io.billingcenter.writers.files.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.billingcenter.domain.account.BillingAccountId;
import io.billingcenter.domain.account.Plan;
import io.billingcenter.domain.account.SettlementMethod;
import io.billingcenter.domain.account.SiteGroup;
import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.billing.PostingKind;
import io.billingcenter.domain.explain.DayExplanation;
import io.billingcenter.domain.explain.Difference;
import io.billingcenter.domain.explain.DifferenceLevel;
import io.billingcenter.domain.explain.DifferenceReason;
import io.billingcenter.domain.explain.LinesExplanation;
import io.billingcenter.domain.explain.PostingExplanation;
import io.billingcenter.domain.explain.PriceDifference;
import io.billingcenter.domain.explain.RatingExplanation;
import io.billingcenter.domain.explain.ReadingExplanation;
import io.billingcenter.domain.explain.UsageDifference;
import io.billingcenter.domain.explain.WhatIf;
import io.billingcenter.domain.metering.fold.FileTotals;
import io.billingcenter.domain.money.ExactAmount;
import io.billingcenter.domain.money.Money;
import io.billingcenter.domain.pricing.Charge;
import io.billingcenter.domain.pricing.PriceBook;
import io.billingcenter.domain.pricing.Rating;
import io.billingcenter.domain.pricing.RatingOutcome;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.usage.Measure;
import io.billingcenter.domain.usage.MeasureTier;
import io.billingcenter.domain.usage.Meter;
import io.billingcenter.domain.usage.MeterTier;
import io.billingcenter.domain.usage.Usage;
import io.billingcenter.domain.usage.WorkspaceDay;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Explanations and comparisons as text and as JSON. */
class TreesTest {

    private static final BillingDay DAY = BillingDay.parse("2026-11-21");
    private static final WorkspaceDay WORKSPACE_DAY = new WorkspaceDay(new WorkspaceId("w1"), DAY);
    private static final Currency CNY = Currency.getInstance("CNY");
    private static final BillingAccountId ACCOUNT = new BillingAccountId("ba_1");
    private static final MeterTier TRACE = new MeterTier(Meter.TRACE, 14);

    @Test
    void partsAreIndentedBelowTheirWhole() {
        Node node = new Node("bill line", "p1")
                .with("total", "1.20 CNY")
                .with("posted_day", DAY)
                .add(new Node("charge", "")
                        .with("quantity", new BigDecimal("1200.00"))
                        .add(new Node("usage", "log")));
        assertThat(text(node)).isEqualTo("""
                bill line p1: total 1.20 CNY, posted day 2026-11-21
                  charge: quantity 1200
                    usage log
                """);
    }

    @Test
    void factsWithoutAValueAreLeftOutAndDataIsForMachinesOnly() {
        Node node = new Node("charge", "x")
                .with("none", null)
                .with("empty", "")
                .withData("unit", 1000)
                .with("lines", "one\ntwo");
        assertThat(text(node)).isEqualTo("charge x: lines one two\n");
        JsonNode json = json(node);
        assertThat(json.propertyNames()).containsExactly("node", "id", "unit", "lines");
        assertThat(json.get("lines").asString()).isEqualTo("one\ntwo");
        assertThat(json.has("parts")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"0.00,0", "1E+3,1000", "-2.50,-2.5", "1200.00,1200", "0.0000001,0.0000001", "1E-7,0.0000001"})
    void numbersHaveNeitherExponentNorNeedlessZeros(BigDecimal number, String plain) {
        assertThat(Node.plain(number)).isEqualTo(plain);
    }

    @Test
    void theArithmeticOfAChargeLeadsToItsAmount() {
        LinesExplanation lines = new LinesExplanation(
                "p1",
                List.of(posting("1500000.1", "1.20", "1.80", charge("1500000.1", "1.2"))),
                List.of(day()),
                List.of());
        assertThat(text(ExplanationTree.of(lines)))
                .startsWith("bill line p1: total CNY 1.80\n  posting p1: ")
                .contains(
                        "charge trace/14d: is 1500000.1 / 1000000 x 1.2 = 1.80000012 -> CNY 1.80, price from book",
                        "price book 2024-11-06",
                        "rules 2.2 1.6")
                .doesNotContain("posted before");
        JsonNode charge =
                json(ExplanationTree.of(lines)).get("parts").get(0).get("parts").get(0);
        BigDecimal exact = new BigDecimal(charge.get("quantity").asString())
                .multiply(new BigDecimal(charge.get("unit_price").asString()))
                .divide(new BigDecimal(charge.get("unit").asString()));
        assertThat(charge.get("exact").asString())
                .isEqualTo(exact.stripTrailingZeros().toPlainString());
    }

    @Test
    void theMeasureThatDoesNotDecideSaysSo() {
        String text = text(ExplanationTree.of(day()));
        assertThat(text)
                .contains("usage trace/14d: quantity 1500000.1, rule 1.3.6")
                .contains("measure trace_ids: value 20")
                .contains("measure spans: value 15000001, counts as 1500000.1\n");
        assertThat(text.lines().filter(line -> line.contains("no: the other one is larger")))
                .singleElement()
                .asString()
                .contains("trace_ids");
    }

    @Test
    void supersededReadingsAndRatingsStayInTheHistory() {
        assertThat(text(ExplanationTree.of(day())))
                .contains("reading 1: revision 1, state superseded, files 1, records 9")
                .contains("reading 2: revision 2, state current, files 1, unreadable files 1, records 10")
                .contains("    file a.csv: records 10, accepted 7, duplicate 1, conflicting 1, quarantined 1\n")
                .contains(
                        "rating 3: revision 2, state current, outcome charged, account ba_1, settlement wallet, total CNY 1.80");
    }

    @Test
    void anAccountThatNoLongerPaysHasNoChargeButWhatWasPosted() {
        PostingExplanation back = posting("-10", "1.2", "-1.20", null);
        assertThat(text(ExplanationTree.of(new LinesExplanation("p1", List.of(back), List.of(day()), List.of()))))
                .contains("amount none: this account does not pay for it any more")
                .contains("posted before: quantity 10, amount CNY 1.20");
    }

    @Test
    void aDifferenceHasItsReasonsAndItsPartsAddUp() {
        Difference line = new Difference(
                DifferenceLevel.LINE,
                "trace/14",
                yuan("1.00"),
                yuan("3.50"),
                List.of(),
                new Difference.Lines(
                        new BigDecimal("10.00"),
                        new BigDecimal("20.00"),
                        new TreeSet<>(),
                        new TreeSet<>(List.of(new BigDecimal("1.20"), new BigDecimal("0.8"))),
                        EnumSet.of(DifferenceReason.QUANTITY, DifferenceReason.PRICE)));
        Difference total =
                new Difference(DifferenceLevel.TOTAL, "CNY", yuan("1.00"), yuan("3.50"), List.of(line), null);
        assertThat(text(DifferenceTree.ofMoney(List.of(total)).get(0))).isEqualTo("""
                total CNY: from 1.00, to 3.50, difference 2.50
                  line trace/14: from 1.00, to 3.50, difference 2.50, reason quantity price, quantity from 10, \
                quantity to 20, price from nothing, price to 0.8 1.2
                """);
    }

    @Test
    void usageThatIsOnOneSideOnlyIsADifferenceFromZero() {
        List<UsageDifference> differences = UsageDifference.between(
                List.of(new Usage(TRACE, new BigDecimal("5"))),
                List.of(new Usage(MeterTier.flat(Meter.SMS), new BigDecimal("2"))));
        assertThat(DifferenceTree.ofUsage(differences).stream().map(TreesTest::text))
                .containsExactlyInAnyOrder(
                        "usage trace/14d: from 5, to 0, difference -5\n", "usage sms: from 0, to 2, difference 2\n");
        assertThat(DifferenceTree.ofUsage(List.of())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {"1.2, 1.5, price", "-, 1.5, new", "1.2, -, gone"})
    void aPriceOnOneSideOnlyIsNewOrGone(@Nullable BigDecimal left, @Nullable BigDecimal right, String reason) {
        PriceDifference difference = new PriceDifference(new PriceBook.Position(TRACE, SiteGroup.CN, CNY), left, right);
        assertThat(text(DifferenceTree.ofPrices(List.of(difference)).get(0)))
                .startsWith("price trace/14d: group cn, currency CNY")
                .endsWith("reason " + reason + "\n");
    }

    @Test
    void otherPricesAreComparedByCurrencyAndAccount() {
        WhatIf whatIf = new WhatIf();
        whatIf.charged(new WhatIf.Key(ACCOUNT, CNY, Meter.TRACE), yuan("2.00"));
        whatIf.wouldBe(
                WORKSPACE_DAY,
                new Rating.Charged(ACCOUNT, SettlementMethod.WALLET, List.of(charge("1500000.1", "1.2"))));
        whatIf.wouldBe(WORKSPACE_DAY, new Rating.Held(List.of()));
        assertThat(DifferenceTree.ofWhatIf(whatIf).stream().map(TreesTest::text))
                .containsExactly(
                        "total CNY: charged 2.00, would be 1.80, difference -0.20\n",
                        "account ba_1: meter trace, currency CNY, charged 2.00, would be 1.80, difference -0.20\n",
                        "would be held " + WORKSPACE_DAY + "\n");
    }

    private static DayExplanation day() {
        List<Usage> usage = List.of(new Usage(TRACE, new BigDecimal("1500000.1")));
        TreeMap<MeasureTier, BigInteger> measures = new TreeMap<>(Map.of(
                new MeasureTier(Measure.TRACE_IDS, 14), BigInteger.valueOf(20),
                new MeasureTier(Measure.SPANS, 14), BigInteger.valueOf(15_000_001)));
        return new DayExplanation(
                WORKSPACE_DAY,
                Plan.COMMERCIAL,
                List.of(
                        new ReadingExplanation(1, 1, false, 1, 0, 9, 9, 0, 0, 0, 0),
                        new ReadingExplanation(2, 2, true, 1, 1, 10, 7, 1, 1, 1, 0)),
                List.of(new FileTotals("a.csv", false, 10, 7, 1, 1, 1)),
                measures,
                List.of(new RatingExplanation(
                        3,
                        2,
                        RatingOutcome.CHARGED,
                        ACCOUNT,
                        SettlementMethod.WALLET,
                        true,
                        usage,
                        List.of(charge("1500000.1", "1.2")),
                        List.of())),
                List.of());
    }

    private static PostingExplanation posting(String quantity, String price, String amount, @Nullable Charge charge) {
        BigDecimal number = new BigDecimal(quantity);
        boolean isFirst = number.signum() > 0;
        return new PostingExplanation(
                "p1",
                DAY,
                DAY,
                ACCOUNT,
                SettlementMethod.WALLET,
                WORKSPACE_DAY.workspace(),
                TRACE,
                isFirst ? PostingKind.USAGE : PostingKind.ADJUSTMENT,
                1,
                number,
                new BigDecimal(price),
                null,
                yuan(amount),
                3,
                "",
                charge,
                isFirst ? BigDecimal.ZERO : number.negate(),
                isFirst ? yuan("0.00") : Money.zero(CNY).minus(yuan(amount)));
    }

    private static Charge charge(String quantity, String price) {
        BigDecimal used = new BigDecimal(quantity);
        BigDecimal unitPrice = new BigDecimal(price);
        return new Charge(
                TRACE,
                used,
                unitPrice,
                unitPrice,
                BillingDay.parse("2024-11-06"),
                new ExactAmount(CNY, used.multiply(unitPrice).movePointLeft(6)));
    }

    private static Money yuan(String amount) {
        return Money.of(CNY, new BigDecimal(amount));
    }

    private static String text(Node node) {
        StringWriter text = new StringWriter();
        PrintWriter out = new PrintWriter(text);
        TextTree.print(node, out);
        out.flush();
        return text.toString().replace(System.lineSeparator(), "\n");
    }

    private static JsonNode json(Node node) {
        StringWriter text = new StringWriter();
        PrintWriter out = new PrintWriter(text);
        JsonTree.print(node, out);
        out.flush();
        assertThat(Stream.of(text.toString())).allMatch(printed -> printed.endsWith("}\n"));
        return JsonMapper.shared().readTree(text.toString());
    }
}
