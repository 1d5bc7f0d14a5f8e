package io.billingcenter.readers.files.traffic;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FingerprintsTest {

    private final Fingerprints fingerprints = new Fingerprints();

    @Test
    void takesALowerCaseUuidForItself() {
        String text = "7f3c0a52-0b1e-4c59-9b0a-6a0a3a5f2c11";
        SwarUuid digits = new SwarUuid();
        assertThat(digits.read(text.getBytes(UTF_8), 0)).isTrue();
        assertThat(ofRecordId(text)).isEqualTo(new UUID(digits.high(), digits.low()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "7F3C0A52-0B1E-4C59-9B0A-6A0A3A5F2C11",
                "7f3c0a520b1e4c599b0a6a0a3a5f2c11",
                "7f3c0a52-0b1e-4c59-9b0a-6a0a3a5f2c1g",
                "7f3c0a52-0b1e-4c59-9b0a-6a0a3a5f2c1A",
                "7f3c0a52-0b1e-4c59-9b0a06a0a3a5f2c11",
                "-f3c0a52-0b1e-4c59-9b0a-6a0a3a5f2c11",
                "{7f3c0a52-0b1e-4c59-9b0a-6a0a3a5f2c11}",
                "7f3c0a52-0b1e-4c59-9b0a-6a0a3a5f2c1",
                "r"
            })
    void hashesEveryOtherId(String text) {
        fingerprints.ofBytes(text.getBytes(UTF_8), 0, text.length());
        assertThat(ofRecordId(text)).isEqualTo(new UUID(fingerprints.high(), fingerprints.low()));
    }

    /** The published value of unseeded 128-bit XXH3 for empty input: fingerprints are kept for years. */
    @Test
    void hashesAsPublished() {
        fingerprints.ofBytes(new byte[0], 0, 0);
        assertThat(fingerprints.high()).isEqualTo(0x99aa06d3014798d8L);
        assertThat(fingerprints.low()).isEqualTo(0x6001c324468d497fL);
    }

    /** The values that stored fingerprints were made with: XXH3 has five methods for texts of different lengths. */
    @Test
    void hashesEveryLengthAsBefore() {
        byte[] bytes = new byte[300];
        for (int index = 0; index < bytes.length; index++) {
            bytes[index] = (byte) (index * 31 + 7);
        }
        long high = 0;
        long low = 0;
        for (int length = 1; length <= bytes.length; length++) {
            fingerprints.ofBytes(bytes, 0, length);
            high = high * 31 + fingerprints.high();
            low = low * 31 + fingerprints.low();
        }
        assertThat(high).isEqualTo(0xf6bf01ad6b04a4f9L);
        assertThat(low).isEqualTo(0x766527cbca8d2aa7L);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void tellsColumnsApartExactlyByTheirTexts(long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        Map<UUID, List<String>> seen = new HashMap<>();
        Map<List<String>, UUID> known = new HashMap<>();
        for (int round = 0; round < 20_000; round++) {
            List<String> texts = Stream.generate(() -> text(random)).limit(9).toList();
            UUID content = ofColumns(texts, 0, 8);
            assertThat(seen.merge(content, texts, (first, second) -> first)).isEqualTo(texts);
            assertThat(known.merge(texts, content, (first, second) -> first)).isEqualTo(content);
        }
    }

    @Test
    void doesNotDependOnQuotes() {
        List<String> texts = List.of("a", "b", "", "d", "e", "f", "1", "", "9");
        RecordColumns columns = new RecordColumns();
        byte[] record = ("xx" + String.join(",", texts) + "yy").getBytes(UTF_8);
        columns.split(record, 2, record.length - 2);
        for (int first = 0; first < 9; first++) {
            for (int last = first; last < 9; last++) {
                columns.fingerprint(first, last, fingerprints);
                assertThat(new UUID(fingerprints.high(), fingerprints.low())).isEqualTo(ofColumns(texts, first, last));
            }
        }
    }

    private static String text(RandomGenerator random) {
        return random.ints(random.nextInt(3), 0, 5)
                .mapToObj(c -> ",\"\na\u00e9".substring(c, c + 1))
                .collect(Collectors.joining());
    }

    private UUID ofColumns(List<String> texts, int first, int last) {
        RecordColumns columns = new RecordColumns();
        columns.take(texts);
        columns.fingerprint(first, last, fingerprints);
        return new UUID(fingerprints.high(), fingerprints.low());
    }

    private UUID ofRecordId(String text) {
        byte[] bytes = ("a" + text + "b").getBytes(UTF_8);
        fingerprints.ofRecordId(bytes, 1, bytes.length - 1);
        return new UUID(fingerprints.high(), fingerprints.low());
    }
}
