package io.billingcenter.readers.files.traffic;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.billingcenter.domain.time.DaySpan;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The remembered pattern must not accept an invalid time: every result is compared with the grammar and the day. */
class InstantColumnTest {

    private static final String[] TIMES = {
        "2026-11-21T08:15:30Z",
        "2026-11-21T08:15:30.25Z",
        "2026-11-21T08:15:30.123z",
        "2026-11-21T16:15:30.123456+08:00",
        "2026-11-21T16:15:30.123456789+08:00",
        "2026-11-20T12:30:00-03:30",
        "2026-11-20T12:59:59.5-03:30",
        "2026-11-21T12:29:59.999-03:30",
        "2026-11-21T21:45:00+05:45"
    };

    private static final String CHANGES = "0123456789.,:-+TtZzw \"\u00ff";

    @ParameterizedTest
    @CsvSource({"Asia/Shanghai, 1", "Asia/Shanghai, 2", "Asia/Kathmandu, 3", "America/St_Johns, 4", "UTC, 5"})
    void agreesWithTheGrammarInAnyOrderOfTimes(String zone, long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        DaySpan span = Traffic.DAY.day().in(ZoneId.of(zone));
        InstantColumn column = new InstantColumn(span);
        StringBuilder time = new StringBuilder(TIMES[0]);
        int accepted = 0;
        for (int round = 0; round < 200_000; round++) {
            if (random.nextInt(6) == 0) {
                time = new StringBuilder(TIMES[random.nextInt(TIMES.length)]);
            }
            String text = random.nextInt(3) == 0 ? time.toString() : changed(time, random);
            byte[] line = Arrays.copyOf((text + ",w,sms,\n").getBytes(ISO_8859_1), 200);
            int expected = expected(line, span);
            assertThat(column.read(line, 0)).as(text).isEqualTo(expected);
            accepted += expected == InstantColumn.NONE ? 0 : 1;
        }
        assertThat(accepted).isGreaterThan(10_000);
    }

    private static String changed(StringBuilder time, RandomGenerator random) {
        StringBuilder changed = new StringBuilder(time);
        for (int number = 0; number <= random.nextInt(2); number++) {
            int place = random.nextInt(3) == 0 ? 14 + random.nextInt(5) : random.nextInt(changed.length());
            changed.setCharAt(place, CHANGES.charAt(random.nextInt(CHANGES.length())));
        }
        if (random.nextInt(10) == 0) {
            changed.append(CHANGES.charAt(random.nextInt(CHANGES.length())));
        }
        return changed.toString();
    }

    private static int expected(byte[] line, DaySpan span) {
        int end = 0;
        while (line[end] != ',') {
            end++;
        }
        Rfc3339 grammar = new Rfc3339();
        boolean inside = grammar.parse(line, 0, end)
                && span.contains(Instant.ofEpochSecond(grammar.epochSecond(), grammar.nano()));
        return inside ? end + 1 : InstantColumn.NONE;
    }
}
