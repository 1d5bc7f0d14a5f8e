package io.billingcenter.readers.tables.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.billingcenter.domain.delivery.DeliveryPeriod;
import io.billingcenter.domain.report.RunReport.Billed;
import io.billingcenter.domain.report.RunReport.Mover;
import io.billingcenter.domain.report.RunReport.Movers;
import io.billingcenter.schema.MigratedDatabase;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** The amounts in the report of 2026-11-21 are those of the postings made under that day. */
class ReportedMoneyTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);
    private static final ReportScope SCOPE =
            new ReportScope(7, DeliveryPeriod.parse("2026-11-21"), DeliveryPeriod.parse("2026-11-21"));

    private JdbcTemplate jdbc;
    private int postings;

    @BeforeEach
    void database() throws IOException {
        jdbc = MigratedDatabase.create();
    }

    @Test
    void amountsAreDividedByKindAndFeesAreTheRest() {
        post(DAY, "ba_1", "w1", "usage", "CNY", "10.00");
        post(DAY, "ba_1", "w1", "adjustment", "CNY", "-3.25");
        post(DAY, "ba_2", "", "package", "CNY", "42000.00");
        post(DAY, "ba_2", "w2", "pack", "CNY", "5.00");
        post(DAY, "ba_2", "w2", "credit", "CNY", "-1.00");
        post(DAY, "ba_3", "w3", "usage", "USD", "0.70");
        post(DAY.minusDays(1), "ba_1", "w1", "usage", "CNY", "99.00");
        post(DAY.plusDays(1), "ba_1", "w1", "usage", "CNY", "99.00");
        assertThat(new MoneyFigures(jdbc, SCOPE).billed())
                .containsExactly(
                        new Billed(
                                "CNY",
                                5,
                                2,
                                yuan("10.00"),
                                yuan("-3.25"),
                                yuan("42005.00"),
                                yuan("-1.00"),
                                yuan("42010.75")),
                        new Billed("USD", 1, 1, yuan("0.70"), yuan("0.00"), yuan("0.00"), yuan("0.00"), yuan("0.70")));
    }

    @Test
    void partsOfRandomPostingsAddUpToTheirTotal() {
        Random random = new Random(3);
        List<String> kinds = List.of("usage", "adjustment", "package", "pack", "subscription", "licence");
        Map<String, BigDecimal> expected = new HashMap<>();
        for (int i = 0; i < 300; i++) {
            BigDecimal amount = BigDecimal.valueOf(random.nextInt(2_000_000) - 1_000_000, 2);
            String kind = kinds.get(random.nextInt(kinds.size()));
            expected.merge(kind.equals("usage") || kind.equals("adjustment") ? kind : "fee", amount, BigDecimal::add);
            post(DAY, "ba_" + i % 7, "w1", kind, "CNY", amount.toPlainString());
        }
        Billed billed = new MoneyFigures(jdbc, SCOPE).billed().get(0);
        assertThat(billed.usage()).isEqualByComparingTo(expected.get("usage"));
        assertThat(billed.adjustments()).isEqualByComparingTo(expected.get("adjustment"));
        assertThat(billed.fees()).isEqualByComparingTo(expected.get("fee"));
        assertThat(billed.usage().add(billed.adjustments()).add(billed.fees())).isEqualByComparingTo(billed.amount());
    }

    @Test
    void aPeriodWithoutPostingsHasNoAmounts() {
        MoneyFigures figures = new MoneyFigures(jdbc, SCOPE);
        assertThat(figures.billed()).isEmpty();
        assertThat(figures.daily()).isEmpty();
        assertThat(figures.invoiced()).isEmpty();
        assertThat(new MoverReader(jdbc, SCOPE).read()).isEqualTo(new Movers(0, "day", List.of()));
    }

    @Test
    void theHistoryHasAFigureForEveryDayAndZeroWhereNothingWasPosted() {
        post(DAY, "ba_1", "w1", "usage", "CNY", "1.00");
        post(DAY.minusDays(2), "ba_1", "w1", "usage", "CNY", "3.00");
        post(DAY.minusDays(2), "ba_2", "w1", "usage", "CNY", "4.00");
        post(DAY.minusDays(40), "ba_2", "w1", "usage", "CNY", "4.00");
        List<BigDecimal> daily = new MoneyFigures(jdbc, SCOPE).daily().get(0).daily();
        assertThat(daily).hasSize(SCOPE.history().size());
        assertThat(daily.get(daily.size() - 1)).isEqualByComparingTo("1.00");
        assertThat(daily.get(daily.size() - 2)).isEqualByComparingTo("0");
        assertThat(daily.get(daily.size() - 3)).isEqualByComparingTo("7.00");
        assertThat(daily.stream().reduce(BigDecimal.ZERO, BigDecimal::add)).isEqualByComparingTo("8.00");
    }

    /** Days under which nothing was posted do not count; an account without postings on one that counts had 0 there. */
    @Test
    void moversAreComparedWithTheAverageOfTheDaysThatPosted() {
        post(DAY.minusDays(3), "ba_1", "w1", "usage", "CNY", "10.00");
        post(DAY.minusDays(3), "ba_2", "w2", "usage", "CNY", "10.00");
        post(DAY.minusDays(1), "ba_1", "w1", "usage", "CNY", "10.01");
        post(DAY, "ba_1", "w1", "usage", "CNY", "10.00");
        post(DAY, "ba_2", "w2", "usage", "CNY", "30.00");
        Movers movers = new MoverReader(jdbc, SCOPE).read();
        assertThat(movers.comparedWith()).isEqualTo(2);
        assertThat(movers.movers())
                .containsExactly(
                        new Mover("workspace", "w2", "", "CNY", yuan("30.00"), yuan("5.00")),
                        new Mover("workspace", "w1", "", "CNY", yuan("10.00"), yuan("10.01")),
                        new Mover("account", "ba_2", "", "CNY", yuan("30.00"), yuan("5.00")),
                        new Mover("account", "ba_1", "", "CNY", yuan("10.00"), yuan("10.01")));
    }

    @Test
    void whoeverPaysExactlyTheAverageIsNoMover() {
        post(DAY.minusDays(1), "ba_1", "w1", "usage", "CNY", "10.00");
        post(DAY, "ba_1", "w1", "usage", "CNY", "10.00");
        assertThat(new MoverReader(jdbc, SCOPE).read().movers()).isEmpty();
    }

    @Test
    void theTenLargestMoversAreListedTheSameOnesFirst() {
        post(DAY.minusDays(1), "ba_x", "", "package", "CNY", "1.00");
        IntStream.range(0, 15).forEach(i -> post(DAY, "ba_x", "w" + (char) ('a' + i), "usage", "CNY", "5.00"));
        assertThat(new MoverReader(jdbc, SCOPE)
                        .read().movers().stream()
                                .filter(mover -> mover.kind().equals("workspace"))
                                .map(Mover::id))
                .containsExactly("wa", "wb", "wc", "wd", "we", "wf", "wg", "wh", "wi", "wj");
    }

    private void post(
            LocalDate postedDay, String account, String workspace, String kind, String currency, String amount) {
        postings++;
        jdbc.update(
                "INSERT INTO posting (posting_id, posted_day, billing_day, account_id, settlement, workspace_id, meter,"
                        + " retention_days, kind, ordinal, quantity, unit_price, currency, amount, rating, run_id)"
                        + " VALUES (?, ?, ?, ?, 'wallet', ?, 'sms', 0, ?, ?, 1, 1, ?, ?, 1, 7)",
                "p" + postings,
                postedDay,
                postedDay,
                account,
                workspace,
                kind,
                postings,
                currency,
                new BigDecimal(amount));
    }

    private static BigDecimal yuan(String amount) {
        return new BigDecimal(amount);
    }
}
