package io.billingcenter.domain.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BillingDayTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2026-1-05",
                "2026-02-30",
                "2025-02-29",
                "2026-13-01",
                "20260105",
                "2026-01-05 ",
                "+2026-01-5",
                "2026/01/05",
                "２０２６-01-05"
            })
    void refusesWhatIsNoDay(String text) {
        assertThatThrownBy(() -> BillingDay.parse(text))
                .hasMessage("Expected a day like 2026-11-21, found '" + text + "'");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-10-15, Asia/Shanghai, 2026-10-14T16:00:00Z, 2026-10-15T16:00:00Z",
        "2026-10-15, UTC, 2026-10-15T00:00:00Z, 2026-10-16T00:00:00Z",
        "2026-03-29, Europe/Berlin, 2026-03-28T23:00:00Z, 2026-03-29T22:00:00Z",
        "2026-10-25, Europe/Berlin, 2026-10-24T22:00:00Z, 2026-10-25T23:00:00Z",
        "2024-02-29, America/Los_Angeles, 2024-02-29T08:00:00Z, 2024-03-01T08:00:00Z"
    })
    void spansTheInstantsOfItsZone(String day, String zone, Instant start, Instant end) {
        assertThat(BillingDay.parse(day).in(ZoneId.of(zone))).isEqualTo(new DaySpan(start, end));
    }

    @Test
    void countsDaysOverMonthsAndLeapDays() {
        BillingDay day = BillingDay.parse("2024-02-28");
        assertThat(day.plusDays(2)).hasToString("2024-03-01");
        assertThat(day.minusDays(59)).hasToString("2023-12-31");
        assertThat(day.month()).hasToString("2024-02");
    }

    @Test
    void ordersByDate() {
        BillingDay day = BillingDay.parse("2026-09-30");
        assertThat(day).isLessThan(BillingDay.parse("2026-10-01"));
        assertThat(day.isBefore(BillingDay.parse("2026-10-01"))).isTrue();
        assertThat(day.isBefore(day)).isFalse();
    }
}
