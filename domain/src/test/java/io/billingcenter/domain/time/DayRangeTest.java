package io.billingcenter.domain.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Overlaps are compared with their definition: a day in both ranges, searched one by one. */
class DayRangeTest {

    private static final BillingDay FIRST = BillingDay.parse("2026-02-20");
    private static final int DAYS = 20;

    @ParameterizedTest
    @CsvSource({
        "2026-01-01, 2026-01-03, 2025-12-31, false",
        "2026-01-01, 2026-01-03, 2026-01-01, true",
        "2026-01-01, 2026-01-03, 2026-01-02, true",
        "2026-01-01, 2026-01-03, 2026-01-03, false",
        "2026-01-01, , 2999-12-31, true"
    })
    void includesItsFirstDayAndNotItsEnd(String from, String to, String day, boolean inside) {
        DayRange range = new DayRange(BillingDay.parse(from), to == null ? null : BillingDay.parse(to));
        assertThat(range.contains(BillingDay.parse(day))).isEqualTo(inside);
    }

    @Test
    void refusesAnEmptyRange() {
        assertThatThrownBy(() -> new DayRange(FIRST, FIRST))
                .hasMessage("Expected 'to' after 'from' (half-open), found 2026-02-20 to 2026-02-20");
    }

    @Test
    void printsItselfHalfOpen() {
        assertThat(new DayRange(FIRST, FIRST.plusDays(1))).hasToString("[2026-02-20,2026-02-21)");
        assertThat(new DayRange(FIRST, null)).hasToString("[2026-02-20,)");
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void overlapsExactlyWhenADayLiesInBoth(long seed) {
        RandomGenerator random = new Random(seed);
        for (int i = 0; i < 500; i++) {
            DayRange one = range(random);
            DayRange other = range(random);
            boolean shared = IntStream.range(0, 3 * DAYS)
                    .mapToObj(FIRST::plusDays)
                    .anyMatch(day -> one.contains(day) && other.contains(day));
            assertThat(one.overlaps(other)).as(one + " and " + other).isEqualTo(shared);
        }
    }

    private static DayRange range(RandomGenerator random) {
        int from = random.nextInt(DAYS);
        BillingDay to = random.nextInt(4) == 0 ? null : FIRST.plusDays(from + 1 + random.nextInt(DAYS));
        return new DayRange(FIRST.plusDays(from), to);
    }
}
