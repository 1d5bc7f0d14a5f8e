package io.billingcenter.readers.files.traffic;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Columns end at the commas, whether they are found at once or one by one. */
class LineEndingsTest {

    private static final String CHARACTERS = "abcxyz0189;=-_/ !+(";
    private static final String FAULTS = ",\"\r\n\u0000\u007f\u0080\u00ff";
    private static final int COMMAS = 5;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void findsTheColumnsBetweenTheCommas(long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        LineEndings ends = new LineEndings();
        int found = 0;
        for (int round = 0; round < 100_000; round++) {
            String line = line(random);
            byte[] bytes = Arrays.copyOf(line.getBytes(ISO_8859_1), line.length() + random.nextInt(12, 100));
            int[] expected = expected(line);
            assertThat(ends.find(bytes, 0)).as(line).isEqualTo(expected.length > 0);
            if (expected.length > 0) {
                assertThat(new int[] {ends.subject(), ends.entity(), ends.count(), ends.bytes(), ends.line()})
                        .as(line)
                        .isEqualTo(expected);
                found++;
            }
        }
        assertThat(found).isBetween(10_000, 90_000);
    }

    /** Returns a line with the start of the next one. */
    private static String line(RandomGenerator random) {
        StringBuilder line = new StringBuilder("log");
        for (int column = 0; column < COMMAS; column++) {
            line.append(',');
            int length = random.nextInt(1 << random.nextInt(6));
            int kinds = random.nextBoolean() ? CHARACTERS.length() : 14;
            for (int index = 0; index < length; index++) {
                line.append(CHARACTERS.charAt(random.nextInt(kinds)));
            }
        }
        if (random.nextInt(3) == 0) {
            line.setCharAt(random.nextInt(4, line.length()), FAULTS.charAt(random.nextInt(FAULTS.length())));
        }
        return line + (random.nextBoolean() ? "\n" : "\r\n") + "a,b,c,d,\n";
    }

    /** Returns the ends of all columns but the first; none if the line needs the plain rules. */
    private static int[] expected(String line) {
        int[] ends = new int[COMMAS + 1];
        int column = 0;
        int at = 0;
        while (line.charAt(at) == ',' || isText(line.charAt(at))) {
            if (line.charAt(at) == ',' && column < COMMAS) {
                ends[column++] = at;
            } else if (line.charAt(at) == ',') {
                return new int[0];
            }
            at++;
        }
        ends[column] = at;
        boolean ended = line.startsWith("\n", at) || line.startsWith("\r\n", at);
        return column == COMMAS && ended ? Arrays.copyOfRange(ends, 1, COMMAS + 1) : new int[0];
    }

    private static boolean isText(char c) {
        return c >= ' ' && c <= '\u007f' && c != '"';
    }
}
