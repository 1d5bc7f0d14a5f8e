package io.billingcenter.readers.files.traffic;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Rfc3339Test {

    private final Rfc3339 time = new Rfc3339();

    @ParameterizedTest
    @CsvSource({
        "1970-01-01T00:00:00Z, 0, 0",
        "1970-01-01t00:00:00z, 0, 0",
        "1970-01-01T00:00:00.5Z, 0, 500000000",
        "1970-01-01T00:00:00.000000001Z, 0, 1",
        "1970-01-01T00:00:00.999999999Z, 0, 999999999",
        "1970-01-01T08:00:00+08:00, 0, 0",
        "1969-12-31T16:00:00-08:00, 0, 0",
        "1970-01-01T00:00:00-00:00, 0, 0",
        "1970-01-01T23:59:00+23:59, 0, 0",
        "1969-12-31T00:01:00.25-23:59, 0, 250000000",
        "2024-02-29T12:00:00Z, 1709208000, 0",
        "2000-02-29T00:00:00Z, 951782400, 0",
        "0000-01-01T00:00:00Z, -62167219200, 0",
        "9999-12-31T23:59:59Z, 253402300799, 0",
        "2026-11-21T00:00:00+08:00, 1795190400, 0"
    })
    void readsAnInstant(String text, long second, int nano) {
        assertThat(parse(text)).isTrue();
        assertThat(time.epochSecond()).isEqualTo(second);
        assertThat(time.nano()).isEqualTo(nano);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Z",
                "2026-11-21",
                "2026-11-21T08:00:00",
                "2026-11-21T08:00Z",
                "2026-11-21 08:00:00Z",
                "2026-11-21_08:00:00Z",
                "2026-11-21T08:00:00 Z",
                " 2026-11-21T08:00:00Z",
                "2026-11-21T08:00:00Z ",
                "2026-11-21T08:00:00ZZ",
                "2026-11-21T08:00:00X",
                "2026-11-21T08:00:00.Z",
                "2026-11-21T08:00:00.",
                "2026-11-21T08:00:00.5",
                "2026-11-21T08:00:00,5Z",
                "2026-11-21T08:00:00.1234567890Z",
                "2026-11-21T08:00:00.1 Z",
                "2026-11-21T24:00:00Z",
                "2026-11-21T08:60:00Z",
                "2026-11-21T08:00:60Z",
                "2026-12-31T23:59:60Z",
                "2026-00-21T08:00:00Z",
                "2026-13-21T08:00:00Z",
                "2026-11-00T08:00:00Z",
                "2026-11-31T08:00:00Z",
                "2026-02-29T08:00:00Z",
                "1900-02-29T08:00:00Z",
                "2026/11/21T08:00:00Z",
                "2026-11-21T08.00.00Z",
                "26-11-21T08:00:00Z",
                "+2026-11-21T08:00:00Z",
                "-026-11-21T08:00:00Z",
                "2026-1-21T08:00:00Z",
                "2026-11-21T8:00:00Z",
                "2026-11-21T08:00:00+08",
                "2026-11-21T08:00:00+0800",
                "2026-11-21T08:00:00+08:0",
                "2026-11-21T08:00:00+24:00",
                "2026-11-21T08:00:00+08:60",
                "2026-11-21T08:00:00 08:00",
                "2026-11-21T08:00:00+08-00",
                "2026-11-21T08:00:00+08:00Z",
                "2026-11-21T08:00:00+08:00[Asia/Shanghai]",
                "2026-11-21T08:00:00Z[UTC]",
                "\u0662026-11-21T08:00:00Z",
                "1795190400"
            })
    void refusesWhatIsNoInstant(String text) {
        assertThat(parse(text)).isFalse();
    }

    @Test
    void knowsEveryDayOfTheCalendar() {
        LocalDate day = LocalDate.of(0, 1, 1);
        while (day.getYear() <= 9999) {
            assertThat(parse(day + "T00:00:00Z")).isTrue();
            assertThat(time.epochSecond()).isEqualTo(day.toEpochDay() * 86_400);
            day = day.plusDays(13);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14})
    void agreesWithTheCalendarOfTheLibrary(long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        for (int round = 0; round < 5_000; round++) {
            ZoneOffset offset = ZoneOffset.ofTotalSeconds(60 * random.nextInt(-18 * 60, 18 * 60 + 1));
            Instant instant = Instant.ofEpochSecond(
                    random.nextLong(-60_000_000_000L, 250_000_000_000L), random.nextInt(1_000_000_000));
            String text = instant.atOffset(offset).format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
            assertThat(parse(text)).as(text).isTrue();
            assertThat(Instant.ofEpochSecond(time.epochSecond(), time.nano())).isEqualTo(instant);
        }
    }

    /** Parses the text as a range in the middle of an array, whose other bytes must not matter. */
    private boolean parse(String text) {
        byte[] bytes = ("9" + text + "9Z").getBytes(UTF_8);
        return time.parse(bytes, 1, bytes.length - 2);
    }
}
