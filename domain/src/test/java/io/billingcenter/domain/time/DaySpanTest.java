package io.billingcenter.domain.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DaySpanTest {

    private static final DaySpan SHANGHAI = BillingDay.parse("2026-10-15").in(ZoneId.of("Asia/Shanghai"));

    @ParameterizedTest
    @CsvSource({
        "2026-10-14T15:59:59.999999999Z, false",
        "2026-10-14T16:00:00Z, true",
        "2026-10-15T15:59:59.999999999Z, true",
        "2026-10-15T16:00:00Z, false"
    })
    void isHalfOpen(Instant instant, boolean inside) {
        assertThat(SHANGHAI.contains(instant)).isEqualTo(inside);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-10-14T16:00:00Z, 0",
        "2026-10-14T16:59:59.999999999Z, 0",
        "2026-10-14T17:00:00Z, 1",
        "2026-10-15T15:59:59.999999999Z, 23"
    })
    void countsHoursFromItsStart(Instant instant, int hour) {
        assertThat(SHANGHAI.hourOf(instant)).isEqualTo(hour);
    }

    @ParameterizedTest
    @CsvSource({"2026-10-15, 24", "2026-03-29, 23", "2026-10-25, 25"})
    void hasAsManyHoursAsTheZoneSays(String day, int hours) {
        DaySpan span = BillingDay.parse(day).in(ZoneId.of("Europe/Berlin"));
        assertThat(span.hours()).isEqualTo(hours);
        assertThat(span.hourOf(span.lastInstant())).isEqualTo(hours - 1);
    }

    @Test
    void namesTheInstantsAtItsEdges() {
        assertThat(SHANGHAI.startOfHour(23)).isEqualTo(Instant.parse("2026-10-15T15:00:00Z"));
        assertThat(SHANGHAI.lastInstant()).isEqualTo(Instant.parse("2026-10-15T15:59:59.999999999Z"));
    }

    @Test
    void refusesAnEmptySpan() {
        assertThatThrownBy(() -> new DaySpan(Instant.EPOCH, Instant.EPOCH))
                .hasMessageContaining("Expected a start before the end");
    }
}
