package io.billingcenter.readers.files.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SwarBytesTest {

    /** Random bytes around, a quote at every index and at none, ranges of every length up to a few words. */
    @Test
    void seesAQuoteInARangeAndNoneOutsideOfIt() {
        Random random = new Random(1);
        byte[] bytes = new byte[60];
        for (int length = 0; length <= 40; length++) {
            for (int quote = 0; quote < 60; quote++) {
                random.nextBytes(bytes);
                for (int index = 0; index < bytes.length; index++) {
                    bytes[index] = bytes[index] == '"' ? 0 : bytes[index];
                }
                int from = random.nextInt(10);
                assertThat(SwarBytes.containsQuote(bytes, from, from + length)).isFalse();
                bytes[quote] = '"';
                assertThat(SwarBytes.containsQuote(bytes, from, from + length))
                        .as("quote at %d, from %d, length %d", quote, from, length)
                        .isEqualTo(quote >= from && quote < from + length);
            }
        }
    }

    @Test
    void seesNoQuoteInEveryOtherByte() {
        byte[] bytes = new byte[64];
        for (int value = Byte.MIN_VALUE; value <= Byte.MAX_VALUE; value++) {
            Arrays.fill(bytes, (byte) value);
            assertThat(SwarBytes.containsQuote(bytes, 0, 64)).isEqualTo(value == '"');
        }
    }
}
