package io.billingcenter.domain.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.billingcenter.domain.guard.SilenceLimit.Charged;
import io.billingcenter.domain.time.BillingDay;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Verifies silences of workspaces: the days that belong to one, and the limit above which they need attention. */
class SilenceTest {

    private static final BillingDay LAST = BillingDay.parse("2026-11-30");
    private static final Silence RULE = new Silence(7, 31);
    private static final SilenceLimit LIMIT = new SilenceLimit(1, 5, 1);

    /** Each character is a day, the last one is the day in question; a cross marks a day with files. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # days                                       | days since the last files
            xxxxxxx.                                     | 1
            xxxxxxxxxxxxxxx.                             | 1
            xxxxxxx..                                    | 2
            xxxxxxx...............................       | 31
            xxxxxxx................................      | 0
            xxxxxx.                                      | 0
            .xxxxxx.                                     | 0
            x.xxxxxx.                                    | 0
            xxxxxxxx                                     | 0
            xxxxxxx.x                                    | 0
            xxxxxxx.x.                                   | 0
            xxxxx..xxxxx..xxxxx..                        | 0
            xxxxxxx.xxxxxxx.                             | 1
            .                                            | 0
            """)
    void isARowOfDaysWithFilesAndThenNone(String signs, int daysSince) {
        TreeSet<BillingDay> withFiles = new TreeSet<>();
        for (int i = 0; i < signs.length(); i++) {
            if (signs.charAt(i) == 'x') {
                withFiles.add(LAST.minusDays(signs.length() - 1 - i));
            }
        }
        assertThat(RULE.lastDayBefore(LAST, withFiles)
                        .map(last -> LAST.minusDays(daysSince).equals(last)))
                .isEqualTo(daysSince == 0 ? Optional.empty() : Optional.of(true));
    }

    /** Days before the first relevant one make no difference. */
    @Test
    void looksNoFurtherBackThanItSays() {
        assertThat(RULE.firstDay(LAST)).isEqualTo(LAST.minusDays(37));
        TreeSet<BillingDay> withFiles = new TreeSet<>();
        for (BillingDay day = RULE.firstDay(LAST); day.isBefore(LAST.minusDays(30)); day = day.plusDays(1)) {
            withFiles.add(day);
        }
        assertThat(RULE.lastDayBefore(LAST, withFiles)).contains(LAST.minusDays(31));
        withFiles.remove(RULE.firstDay(LAST));
        assertThat(RULE.lastDayBefore(LAST, withFiles)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # silent | amounts          | all  | amounts              | exceeded
            1        | CNY 1            | 200  | CNY 100              | false
            1        | CNY 1.01         | 200  | CNY 100              | true
            1        | CNY 1; USD 0.02  | 200  | CNY 100; USD 1       | true
            1        | CNY 1; USD 0.01  | 200  | CNY 100; USD 1       | false
            1        | USD 0.01         | 200  | CNY 100              | true
            1        | CNY 0            | 200  | CNY 100              | false
            1        | CNY 0            | 1    | CNY 0                | false
            4        | CNY 0            | 20   | CNY 100              | false
            5        | CNY 0            | 500  | CNY 100              | false
            5        | CNY 0            | 499  | CNY 100              | true
            6        | CNY 0            | 500  | CNY 100              | true
            """)
    void onlyWhatIsMoreThanItsShareIsToBeLookedAt(
            long silent, String silentAmounts, long all, String allAmounts, boolean exceeded) {
        assertThat(LIMIT.isExceededBy(
                        new Charged(silent, amounts(silentAmounts)), new Charged(all, amounts(allAmounts))))
                .isEqualTo(exceeded);
    }

    private static Map<String, BigDecimal> amounts(String text) {
        Map<String, BigDecimal> amounts = new TreeMap<>();
        Stream.of(text.split("; "))
                .forEach(amount -> amounts.put(amount.substring(0, 3), new BigDecimal(amount.substring(4))));
        return amounts;
    }
}
