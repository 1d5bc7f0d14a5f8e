package io.billingcenter.readers.files.traffic;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.HexFormat;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Utf8Test {

    @ParameterizedTest
    @CsvSource({
        "'', -1, -1",
        "41, -1, -1",
        "00, -1, -1",
        "c3a9, -1, -1",
        "efbbbf, -1, -1",
        "f09f9880, -1, -1",
        "f48fbfbf, -1, -1",
        "80, 0, 0",
        "4180, 1, 1",
        "c080, 0, 0",
        "c1bf, 0, 0",
        "e09fbf, 0, 0",
        "eda080, 0, 0",
        "f08fbfbf, 0, 0",
        "f4908080, 0, 0",
        "f5808080, 0, 0",
        "fe, 0, 0",
        "ff, 0, 0",
        "41c3, 1, -1",
        "41e2, 1, -1",
        "41e282, 1, -1",
        "41f09f98, 1, -1",
        "41f080, 1, 1",
        "41f09f41, 1, 1",
        "c341, 0, 0",
        "e28241, 0, 0"
    })
    void findsTheFirstFault(String hex, int fault, int faultWhenCut) {
        byte[] bytes = HexFormat.of().parseHex(hex);
        assertThat(Utf8.firstFault(bytes, 0, bytes.length, false)).isEqualTo(fault);
        assertThat(Utf8.firstFault(bytes, 0, bytes.length, true)).isEqualTo(faultWhenCut);
    }

    @Test
    void agreesWithTheLibraryOnAllTwoBytes() {
        for (int value = 0; value < 1 << 16; value++) {
            assertAgrees(new byte[] {(byte) (value >> 8), (byte) value});
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void agreesWithTheLibrary(long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        int[] likely = {0x41, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC2, 0xDF, 0xE0, 0xE1, 0xED, 0xEF, 0xF0, 0xF1, 0xF4};
        for (int round = 0; round < 50_000; round++) {
            byte[] bytes = new byte[random.nextInt(1, 7)];
            for (int index = 0; index < bytes.length; index++) {
                bytes[index] = (byte) likely[random.nextInt(likely.length)];
            }
            assertAgrees(bytes);
        }
    }

    private static void assertAgrees(byte[] bytes) {
        boolean valid;
        try {
            UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            valid = true;
        } catch (CharacterCodingException e) {
            valid = false;
        }
        assertThat(Utf8.firstFault(bytes, 0, bytes.length, false) == -1)
                .as(HexFormat.of().formatHex(bytes))
                .isEqualTo(valid);
    }
}
