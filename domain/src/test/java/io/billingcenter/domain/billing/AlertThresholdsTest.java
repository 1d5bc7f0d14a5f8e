package io.billingcenter.domain.billing;

import static org.assertj.core.api.Assertions.assertThat;

import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.money.Money;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.time.DayRange;
import io.billingcenter.domain.usage.Meter;
import io.billingcenter.domain.usage.WorkspaceDay;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Verifies alerts (billing rules 7.4, reading Q12): strictly above the threshold of the day, once per workspace-day and
 * item.
 */
class AlertThresholdsTest {

    private static final Currency CNY = Currency.getInstance("CNY");
    private static final WorkspaceId WORKSPACE = new WorkspaceId("ws-1");
    private static final WorkspaceDay DAY = new WorkspaceDay(WORKSPACE, BillingDay.parse("2026-10-15"));

    /** Thresholds and charges are written as {@code item=amount}; {@code total} is everything. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            # thresholds          | charged               | told      | alerts
            log=10.00             | log=10.00             | -         | -
            log=10.00             | log=10.01             | -         | log 10.01 > 10.00
            log=10.00             | trace=99.00           | -         | -
            log=0                 | log=0.00              | -         | -
            log=0                 | log=0.01              | -         | log 0.01 > 0.00
            total=10.00           | log=6.00 trace=4.00   | -         | -
            total=10.00           | log=6.00 trace=4.01   | -         | total 10.01 > 10.00
            total=0               | -                     | -         | -
            log=1 total=1 trace=9 | log=2.00 trace=3.00   | -         | total 5.00 > 1.00, log 2.00 > 1.00
            log=1 total=1         | log=2.00              | log       | total 2.00 > 1.00
            log=1 total=1         | log=9.00              | log total | -
            """)
    void isStrictlyAboveAndToldOnce(String thresholds, String charged, String alreadyRaised, String alerts) {
        AlertThresholds rule = new AlertThresholds(words(thresholds)
                .map(word -> word.split("="))
                .map(pair -> threshold(meter(pair[0]), pair[1], "2026-10-01", null))
                .toList());
        Map<Meter, Money> amounts = new EnumMap<>(Meter.class);
        words(charged).map(word -> word.split("=")).forEach(pair -> amounts.put(meter(pair[0]), money(pair[1])));
        Set<Optional<Meter>> before = words(alreadyRaised)
                .map(word -> Optional.ofNullable(meter(word)))
                .collect(Collectors.toSet());

        assertThat(rule.raised(new AlertWork(DAY, 1, "terms", amounts, before)).stream()
                        .map(AlertThresholdsTest::print)
                        .collect(Collectors.joining(", ")))
                .isEqualTo(alerts == null ? "" : alerts);
    }

    @ParameterizedTest
    @CsvSource({
        // from, to, whether it is in force on 2026-10-15
        "2026-10-15,, true",
        "2026-10-16,, false",
        "2026-10-01,2026-10-15, false",
        "2026-10-01,2026-10-16, true",
    })
    void theThresholdIsThatOfTheBillingDay(String from, String to, boolean raised) {
        AlertThresholds rule = new AlertThresholds(List.of(threshold(Meter.LOG, "1", from, to)));
        AlertWork work = new AlertWork(DAY, 1, "terms", Map.of(Meter.LOG, money("2.00")), Set.of());
        assertThat(rule.raised(work)).hasSize(raised ? 1 : 0);
    }

    @Test
    void theAlertIsInTheCurrencyOfTheCharges() {
        Money dollars = Money.of(Currency.getInstance("USD"), new BigDecimal("2.00"));
        AlertThresholds rule = new AlertThresholds(List.of(threshold(Meter.LOG, "1.5", "2026-10-01", null)));
        assertThat(rule.raised(new AlertWork(DAY, 1, "terms", Map.of(Meter.LOG, dollars), Set.of())))
                .extracting(alert -> alert.threshold().toString())
                .containsExactly("USD 1.50");
    }

    @Test
    void theDigestChangesWithWhatIsInForceAndNothingElse() {
        AlertThreshold ten = threshold(Meter.LOG, "10.00", "2026-10-01", null);
        String digest = new AlertThresholds(List.of(ten)).termsDigest(DAY);
        AlertThreshold again = threshold(Meter.LOG, "10", "2026-10-02", "2026-11-01");
        AlertThreshold later = threshold(Meter.LOG, "99", "2026-11-01", null);
        assertThat(new AlertThresholds(List.of(later, again)).termsDigest(DAY)).isEqualTo(digest);
        AlertThreshold other = threshold(Meter.LOG, "10.01", "2026-10-01", null);
        assertThat(new AlertThresholds(List.of(other)).termsDigest(DAY)).isNotEqualTo(digest);
        AlertThreshold total = threshold(null, "10", "2026-10-01", null);
        assertThat(new AlertThresholds(List.of(ten, total)).termsDigest(DAY)).isNotEqualTo(digest);
    }

    private static AlertThreshold threshold(Meter meter, String amount, String from, String to) {
        return new AlertThreshold(
                WORKSPACE,
                meter,
                new BigDecimal(amount),
                new DayRange(BillingDay.parse(from), to == null ? null : BillingDay.parse(to)));
    }

    private static Stream<String> words(String text) {
        return text == null ? Stream.of() : Stream.of(text.split(" "));
    }

    private static Meter meter(String item) {
        return item.equals("total") ? null : Meter.ofCode(item).orElseThrow();
    }

    private static Money money(String amount) {
        return Money.of(CNY, new BigDecimal(amount));
    }

    private static String print(Alert alert) {
        String item = alert.meter() == null ? "total" : alert.meter().code();
        return item + " " + alert.amount().amount() + " > " + alert.threshold().amount();
    }
}
