package io.billingcenter.readers.files.traffic;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SwarUuidTest {

    private static final int LENGTH = 36;

    @Test
    void readsEveryUuidAsItself() {
        Random random = new Random(1);
        SwarUuid words = new SwarUuid();
        for (int round = 0; round < 10_000; round++) {
            UUID uuid = new UUID(random.nextLong(), random.nextLong());
            assertThat(words.read(uuid.toString().getBytes(US_ASCII), 0)).isTrue();
            assertThat(digits(words.high()) + digits(words.low()))
                    .isEqualTo(uuid.toString().replace("-", ""));
        }
    }

    /** Returns the sixteen digits of a word in the order in which they were read. */
    private static String digits(long packed) {
        StringBuilder digits = new StringBuilder();
        for (int shift = 0; shift <= Integer.BYTES; shift += Integer.BYTES) {
            for (int place = 0; place < Long.BYTES; place++) {
                digits.append(Long.toHexString(packed >>> place * Byte.SIZE + shift & 0xF));
            }
        }
        return digits.toString();
    }

    /** Every byte at every index, including the neighbours of digits and letters. */
    @Test
    void takesNothingButDigitsLowerCaseLettersAndDashesInTheirPlaces() {
        byte[] uuid = new UUID(0x0123_4567_89AB_CDEFL, 0xFEDC_BA98_7654_3210L)
                .toString()
                .getBytes(US_ASCII);
        SwarUuid words = new SwarUuid();
        for (int place = 0; place < LENGTH; place++) {
            for (int value = Byte.MIN_VALUE; value <= Byte.MAX_VALUE; value++) {
                byte[] changed = Arrays.copyOf(uuid, LENGTH);
                changed[place] = (byte) value;
                boolean isDash = place == 8 || place == 13 || place == 18 || place == 23;
                boolean isDigit = value >= '0' && value <= '9' || value >= 'a' && value <= 'f';
                assertThat(words.read(changed, 0))
                        .as("%d at %d", value, place)
                        .isEqualTo(isDash ? value == '-' : isDigit);
            }
        }
    }
}
