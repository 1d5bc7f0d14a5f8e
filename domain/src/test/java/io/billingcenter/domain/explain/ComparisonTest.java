package io.billingcenter.domain.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.billingcenter.domain.account.BillingAccountId;
import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.billing.PostingKind;
import io.billingcenter.domain.explain.Comparison.Side;
import io.billingcenter.domain.money.Money;
import io.billingcenter.domain.usage.Meter;
import io.billingcenter.domain.usage.MeterTier;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ComparisonTest {

    private static final Currency CNY = Currency.getInstance("CNY");
    private static final int ROUNDS = 500;

    @Test
    void equalSidesDoNotDiffer() {
        List<ComparedLine> lines = List.of(line("a", "w", 7, PostingKind.USAGE, "10", "1.2", "0.01"));
        assertThat(Comparison.between(side(lines), side(lines))).isEmpty();
    }

    @Test
    void moreAtTheSamePrice() {
        assertReason(
                line("a", "w", 7, PostingKind.USAGE, "10", "1.2", "0.01"),
                line("a", "w", 7, PostingKind.USAGE, "20", "1.2", "0.02"),
                "[QUANTITY]");
    }

    @Test
    void theSameAtAnotherPrice() {
        assertReason(
                line("a", "w", 7, PostingKind.USAGE, "10", "1.2", "0.01"),
                line("a", "w", 7, PostingKind.USAGE, "10.00", "2.4", "0.02"),
                "[PRICE]");
    }

    @Test
    void thePriceCountsByItsValue() {
        List<ComparedLine> one = List.of(line("a", "w", 7, PostingKind.USAGE, "10", "1.2", "0.01"));
        List<ComparedLine> other = List.of(line("a", "w", 7, PostingKind.USAGE, "10.0", "1.2000000", "0.01"));
        assertThat(Comparison.between(side(one), side(other))).isEmpty();
    }

    @Test
    void roundedInOtherPieces() {
        assertReason(
                line("a", "w", 7, PostingKind.USAGE, "10", "1.2", "0.01"),
                line("a", "w", 7, PostingKind.USAGE, "10", "1.2", "0.02"),
                "[ROUNDING]");
    }

    @Test
    void anotherAccountPays() {
        List<ComparedLine> left = List.of(line("a", "w", 7, PostingKind.USAGE, "10", "1.2", "0.01"));
        List<ComparedLine> right = List.of(line("b", "w", 7, PostingKind.USAGE, "10", "1.2", "0.01"));
        assertThat(reasons(Comparison.between(side(left), side(right)))).containsExactly("[ACCOUNT]", "[ACCOUNT]");
    }

    @Test
    void newAndGone() {
        List<ComparedLine> left = List.of(line("a", "w", 3, PostingKind.USAGE, "10", "1", "0.01"));
        List<ComparedLine> right = List.of(
                line("a", "w", 7, PostingKind.USAGE, "10", "1.2", "0.01"),
                line("a", "w", 7, PostingKind.ADJUSTMENT, "10", "1.2", "0.01"));
        assertThat(reasons(Comparison.between(side(left), side(right))))
                .containsExactly("[GONE]", "[NEW]", "[NEW, ADJUSTMENT]");
    }

    @Test
    void anotherPlan() {
        WorkspaceId workspace = new WorkspaceId("w");
        Side left = new Side(
                List.of(line("a", "w", 3, PostingKind.USAGE, "10", "1", "0.01")), Map.of(workspace, "commercial"));
        Side right = new Side(List.of(), Map.of(workspace, "free"));
        assertThat(reasons(Comparison.between(left, right))).containsExactly("[GONE, PLAN]");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void everyLevelIsTheSumOfTheNext(long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        for (int round = 0; round < ROUNDS; round++) {
            List<ComparedLine> left = lines(random);
            List<ComparedLine> right = lines(random);
            List<Difference> found = Comparison.between(side(left), side(right));
            found.forEach(ComparisonTest::assertAddsUp);
            BigDecimal expected = total(right).subtract(total(left));
            assertThat(sum(found)).isEqualByComparingTo(expected);
            assertThat(Comparison.between(side(left), side(left))).isEmpty();
        }
    }

    private static void assertAddsUp(Difference difference) {
        if (difference.lines() == null) {
            assertThat(sum(difference.parts()))
                    .isEqualByComparingTo(difference.difference().amount());
            difference.parts().forEach(ComparisonTest::assertAddsUp);
        } else {
            assertThat(difference.lines().reasons()).isNotEmpty();
        }
    }

    private static BigDecimal sum(List<Difference> differences) {
        return differences.stream()
                .map(difference -> difference.difference().amount())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal total(List<ComparedLine> lines) {
        return lines.stream().map(line -> line.amount().amount()).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static List<ComparedLine> lines(RandomGenerator random) {
        List<ComparedLine> lines = new ArrayList<>();
        for (int number = 0; number < random.nextInt(12); number++) {
            PostingKind kind = random.nextInt(4) == 0 ? PostingKind.ADJUSTMENT : PostingKind.USAGE;
            lines.add(line(
                    "a" + random.nextInt(2),
                    "w" + random.nextInt(3),
                    random.nextBoolean() ? 7 : 14,
                    kind,
                    Integer.toString(random.nextInt(3)),
                    Integer.toString(1 + random.nextInt(2)),
                    "0.0" + random.nextInt(4)));
        }
        return lines;
    }

    private static void assertReason(ComparedLine left, ComparedLine right, String reasons) {
        assertThat(reasons(Comparison.between(side(List.of(left)), side(List.of(right)))))
                .containsExactly(reasons);
    }

    private static List<String> reasons(List<Difference> differences) {
        List<String> reasons = new ArrayList<>();
        for (Difference difference : differences) {
            if (difference.lines() != null) {
                reasons.add(difference.lines().reasons().toString());
            }
            reasons.addAll(reasons(difference.parts()));
        }
        return reasons;
    }

    private static Side side(List<ComparedLine> lines) {
        return new Side(lines, Map.of());
    }

    private static ComparedLine line(
            String account,
            String workspace,
            int days,
            PostingKind kind,
            String quantity,
            String price,
            String amount) {
        ComparedLine.Key key = new ComparedLine.Key(
                new BillingAccountId(account), CNY, new WorkspaceId(workspace), new MeterTier(Meter.LOG, days), kind);
        return new ComparedLine(
                key,
                new BigDecimal(quantity),
                new TreeSet<>(List.of(new BigDecimal(price))),
                Money.of(CNY, new BigDecimal(amount)));
    }
}
