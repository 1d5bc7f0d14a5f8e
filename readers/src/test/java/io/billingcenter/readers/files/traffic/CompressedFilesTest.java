package io.billingcenter.readers.files.traffic;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.billingcenter.domain.metering.fold.FileTotals;
import io.billingcenter.readers.files.traffic.Traffic.Result;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CompressedFilesTest {

    private static final byte[] FIRST = (Traffic.HEADER + "\n" + Traffic.sms("r1") + "\n").getBytes(UTF_8);
    private static final byte[] SECOND = (Traffic.sms("r2") + "\n").getBytes(UTF_8);

    enum Format {
        GZIP(".csv.gz", Format::gzip),
        ZSTD(".csv.zst", Traffic::zstd);

        private final String ending;
        private final UnaryOperator<byte[]> compression;

        Format(String ending, UnaryOperator<byte[]> compression) {
            this.ending = ending;
            this.compression = compression;
        }

        byte[] compress(byte[] content) {
            return compression.apply(content);
        }

        private static byte[] gzip(byte[] content) {
            try {
                return Traffic.gzip(content);
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }
    }

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void readsOnePart(Format format) throws IOException {
        assertThat(summary(format, format.compress(Traffic.concatenated(FIRST, SECOND))))
                .isEqualTo("2 accepted");
    }

    @ParameterizedTest
    @EnumSource
    void readsSeveralPartsAsOneFile(Format format) throws IOException {
        byte[] nothing = format.compress(new byte[0]);
        byte[] file = Traffic.concatenated(nothing, format.compress(FIRST), nothing, format.compress(SECOND), nothing);
        assertThat(summary(format, file)).isEqualTo("2 accepted");
    }

    @ParameterizedTest
    @EnumSource
    void rejectsAFileThatEndsTooEarly(Format format) throws IOException {
        byte[] whole = Traffic.concatenated(format.compress(FIRST), format.compress(SECOND));
        int endOfFirst = format.compress(FIRST).length;
        for (int length = 0; length < whole.length; length++) {
            String expected = length == endOfFirst ? "1 accepted" : "0 accepted, unreadable_file 0@0";
            assertThat(summary(format, Arrays.copyOf(whole, length)))
                    .as("%d of %d bytes", length, whole.length)
                    .isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @EnumSource
    void rejectsAFileWithTrailingGarbage(Format format) throws IOException {
        for (int length = 1; length < 40; length++) {
            for (int garbage : new int[] {0, 'x', 0x1F, 0x28}) {
                byte[] garbageBytes = new byte[length];
                Arrays.fill(garbageBytes, (byte) garbage);
                assertThat(summary(format, Traffic.concatenated(format.compress(FIRST), garbageBytes)))
                        .as("%d bytes of %d", length, garbage)
                        .isEqualTo("0 accepted, unreadable_file 0@0");
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void rejectsAPlainFileUnderACompressedName(Format format) throws IOException {
        assertThat(summary(format, FIRST)).isEqualTo("0 accepted, unreadable_file 0@0");
    }

    @ParameterizedTest
    @EnumSource
    void looksForTheHeaderInTheDecompressedText(Format format) throws IOException {
        assertThat(summary(format, format.compress(SECOND))).isEqualTo("0 accepted, bad_header 0@0");
        assertThat(summary(format, format.compress(new byte[0]))).isEqualTo("0 accepted, bad_header 0@0");
    }

    @Test
    void rejectsAGzipMemberWhoseChecksumIsWrong() throws IOException {
        byte[] gzip = Traffic.gzip(FIRST);
        for (int index = gzip.length - 8; index < gzip.length; index++) {
            byte[] changed = gzip.clone();
            changed[index] ^= 1;
            assertThat(summary(Format.GZIP, changed)).isEqualTo("0 accepted, unreadable_file 0@0");
        }
    }

    @Test
    void readsAGzipHeaderWithAllItsFields() throws IOException {
        byte[] plain = Traffic.gzip(FIRST);
        byte[] fields = {0x1F, (byte) 0x8B, 8, 4 + 8 + 16, 0, 0, 0, 0, 0, 3, 2, 0, 'e', 'x', 'n', 0, 'c', 'o', 0};
        byte[] file = Traffic.concatenated(fields, Arrays.copyOfRange(plain, 10, plain.length));
        assertThat(summary(Format.GZIP, file)).isEqualTo("1 accepted");
    }

    @ParameterizedTest
    @EnumSource
    void readsPartsOfAnySizeAlike(Format format) throws IOException {
        for (int seed = 0; seed < 6; seed++) {
            RandomGenerator random =
                    RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
            byte[] content = new byte[random.nextInt(1, 500_000)];
            random.ints(content.length).forEach(value -> content[(value >>> 8) % content.length] = (byte) value);
            byte[] file = {};
            for (int from = 0; from < content.length; ) {
                int to = Math.min(content.length, from + random.nextInt(200_000));
                file = Traffic.concatenated(file, format.compress(Arrays.copyOfRange(content, from, to)));
                from = to;
            }
            Path path = Traffic.file(folder, "a" + format.ending, file);
            try (InputStream text = TrafficFile.at(path).open()) {
                assertThat(text.readAllBytes()).isEqualTo(content);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void passesOnThatTheDiskFails(Format format) throws IOException {
        Path folderInPlaceOfAFile = Files.createDirectory(folder.resolve("a" + format.ending));
        assertThatThrownBy(() -> Traffic.read(new PlainTrafficReader(), List.of(folderInPlaceOfAFile)))
                .isInstanceOf(IOException.class);
    }

    @Test
    void metersTheDayWithoutAFileThatCannotBeRead() throws IOException {
        byte[] broken = Arrays.copyOf(Traffic.gzip(FIRST), 60);
        Path bad = Traffic.file(folder, "a.csv.gz", broken);
        Path good = Traffic.file(folder, "b.csv", FIRST);
        Result result = Traffic.read(new PlainTrafficReader(), List.of(bad, good));
        assertThat(result.day().files())
                .containsExactly(
                        new FileTotals("a.csv.gz", true, 0, 0, 0, 0, 0), new FileTotals("b.csv", false, 1, 1, 0, 0, 0));
        assertThat(result.rejections().get(0).detail()).contains("decompressed to its end");
    }

    private String summary(Format format, byte[] content) throws IOException {
        Path file = Traffic.file(folder, "a" + format.ending, content);
        return Traffic.read(new PlainTrafficReader(), List.of(file)).summary();
    }
}
