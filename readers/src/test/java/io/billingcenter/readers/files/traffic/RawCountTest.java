package io.billingcenter.readers.files.traffic;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.billingcenter.domain.metering.fold.FileTotals;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Counting line feeds gives the same number of records as the readers, whatever the content of the file. */
class RawCountTest {

    private static final int ROUNDS = 200;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "'',                            0",
        "'\\n',                         0",
        "'\\na\\n',                     1",
        "'\\na',                        1",
        "'\\r\\na\\r\\n\\r\\n\\nb\\r\\n', 2",
        "'\\n\"a\\nb\\n\",c\\n',        1",
        "'\\n\"a\"\"\\nb\",c\\nd\\n',   2",
        "'\\na\"b\\nc\\n',              2",
        "'\\n\"never closed\\n\\n',     1"
    })
    void countsWhatTheLineFeedsEnd(String behindHeader, long records) throws IOException {
        String text = Traffic.HEADER + behindHeader.replace("\\n", "\n").replace("\\r", "\r");
        Path file = Traffic.file(folder, "a.csv", text.getBytes(UTF_8));
        assertThat(RawCount.of(file).records()).isEqualTo(records);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void agreesWithTheReaderOnDamagedLogs(long seed) throws IOException {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        for (int round = 0; round < ROUNDS; round++) {
            assertAgreement(
                    Traffic.file(folder, "a.csv", new NastyTraffic(random).log()), "seed " + seed + " " + round);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {(1 << 20) - 1, 1 << 20, 1 << 20 | 1, (1 << 20) + 70, 3 << 20})
    void agreesWithTheReaderOnHugeRecords(int length) throws IOException {
        for (String end : List.of("\n", "\r\n", "\"\n", "\n\"", "")) {
            for (String start : List.of("", "\"")) {
                String text = Traffic.HEADER + "\n" + start + "e".repeat(length - start.length()) + end
                        + Traffic.sms("behind") + "\n";
                assertAgreement(Traffic.file(folder, "a.csv", text.getBytes(UTF_8)), length + start + end);
            }
        }
    }

    private static void assertAgreement(Path file, String description) throws IOException {
        FileTotals read = Traffic.read(new PlainTrafficReader(), List.of(file))
                .day()
                .files()
                .get(0);
        if (!read.unreadable()) {
            RawCount count = RawCount.of(file);
            assertThat(count.records())
                    .as(description + ": " + count.explanation())
                    .isEqualTo(read.records());
        }
    }
}
