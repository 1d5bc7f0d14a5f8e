package io.billingcenter.domain.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.billingcenter.domain.money.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Amounts are whole yuan; sources are in the order voucher, card, cash, cloud, owed. */
class PaymentAllocationTest {

    private static final Currency CNY = Currency.getInstance("CNY");
    private static final Money NOTHING = Money.zero(CNY);
    private static final int CASH = 2;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # lines      | sources       | parts of each line
            10           | 10 0 0 0 0    | 10 0 0 0 0
            6 4          | 5 0 3 0 2     | 5 0 1 0 0; 0 0 2 0 2
            0 6 0        | 1 0 0 5 0     | 0 0 0 0 0; 1 0 0 5 0; 0 0 0 0 0
            10 -3        | 7 0 0 0 0     | 10 0 0 0 0; -3 0 0 0 0
            -3 10        | 2 0 5 0 0     | 0 0 -3 0 0; 2 0 8 0 0
            10 -3        | 2 0 0 0 5     | 2 0 0 0 8; 0 0 0 0 -3
            -4 -6        | 0 -7 -3 0 0   | 0 -4 0 0 0; 0 -3 -3 0 0
            5 -5         | 0 0 0 0 0     | 0 0 5 0 0; 0 0 -5 0 0
            10 -15       | -5 0 0 0 0    | 0 0 10 0 0; -5 0 -10 0 0
            10 -2 -3     | -2 0 7 0 0    | 0 0 10 0 0; -2 0 0 0 0; 0 0 -3 0 0
            """)
    void linesTakeInOrderAndGiveBackToTheLast(String lines, String sources, String parts) {
        List<Money> amounts = moneys(lines);
        PaymentAllocation spread = spread(amounts, moneys(sources));
        assertThat(amounts.stream()
                        .map(spread::next)
                        .map(PaymentAllocationTest::print)
                        .collect(Collectors.joining("; ")))
                .isEqualTo(parts);
    }

    @Test
    void linesBeforeMayBeLeftOut() {
        List<Money> lines = moneys("6 -2 4 -1");
        PaymentAllocation whole = spread(lines, moneys("5 0 1 0 1"));
        PaymentAllocation rest = spread(lines, moneys("5 0 1 0 1"));
        lines.subList(0, 2).forEach(whole::next);
        rest.skip(moneys("6").get(0), moneys("-2").get(0));
        assertThat(rest.next(lines.get(2))).isEqualTo(whole.next(lines.get(2)));
        assertThat(rest.next(lines.get(3))).isEqualTo(whole.next(lines.get(3)));
    }

    @Test
    void partsAlwaysAddUpToLinesAndSources() {
        Random random = new Random(7);
        for (int round = 0; round < 5_000; round++) {
            List<Money> lines = Stream.generate(() -> money(random.nextInt(2_000) - 600))
                    .limit(1 + random.nextInt(8))
                    .toList();
            List<Money> sources = sources(lines, random);
            PaymentAllocation spread = spread(lines, sources);
            List<Money> left = new ArrayList<>(sources);
            for (Money line : lines) {
                List<Money> parts = spread.next(line);
                assertThat(sum(parts)).isEqualTo(line);
                assertThat(parts)
                        .allMatch(part -> part.amount().signum() * line.amount().signum() >= 0);
                for (int i = 0; i < parts.size(); i++) {
                    left.set(i, left.get(i).minus(parts.get(i)));
                }
            }
            assertThat(left).allMatch(Money::isZero);
        }
    }

    @Test
    void sourcesThatDoNotPayTheLinesAreRefused() {
        assertThatExceptionOfType(UnbalancedBillException.class)
                .isThrownBy(() -> spread(moneys("10"), moneys("9 0 0 0 0")))
                .withMessage("Expected the sources of a share to pay CNY 10.00, as its lines add up to, found CNY 9.00;"
                        + " settle the bill, then repeat");
        assertThatExceptionOfType(UnbalancedBillException.class)
                .isThrownBy(() -> spread(moneys("10"), moneys("-1 0 11 0 0")))
                .withMessage("Expected the sources of a share to be refunded at most CNY 0.00," + " found CNY -1.00");
    }

    /** Random sources pay random lines, and no source is refunded more than the lines return. */
    private static List<Money> sources(List<Money> lines, Random random) {
        List<Money> sources = new ArrayList<>(List.of(NOTHING, NOTHING, NOTHING, NOTHING, NOTHING));
        for (Money line : List.of(taking(lines), giving(lines))) {
            int first = random.nextInt(sources.size());
            int second = random.nextInt(sources.size());
            Money half = Money.of(CNY, line.amount().divideToIntegralValue(BigDecimal.valueOf(2)));
            sources.set(first, sources.get(first).plus(half));
            sources.set(second, sources.get(second).plus(line.minus(half)));
        }
        return sources;
    }

    private static PaymentAllocation spread(List<Money> lines, List<Money> sources) {
        return new PaymentAllocation(sources, taking(lines), giving(lines), CASH);
    }

    private static Money taking(List<Money> lines) {
        return sum(lines.stream().filter(line -> line.amount().signum() > 0).toList());
    }

    private static Money giving(List<Money> lines) {
        return sum(lines.stream().filter(line -> line.amount().signum() < 0).toList());
    }

    private static Money sum(List<Money> amounts) {
        return amounts.stream().reduce(NOTHING, Money::plus);
    }

    private static List<Money> moneys(String text) {
        return Stream.of(text.split(" "))
                .map(word -> Money.of(CNY, new BigDecimal(word)))
                .toList();
    }

    private static Money money(int cents) {
        return Money.of(CNY, BigDecimal.valueOf(cents, 2));
    }

    private static String print(List<Money> parts) {
        return parts.stream()
                .map(part -> part.amount().setScale(0).toPlainString())
                .collect(Collectors.joining(" "));
    }
}
