package io.billingcenter.readers.files.traffic;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A record is shown as {@code line@offset/fields:raw}, with {@code !} instead of the fields if it is malformed. Every
 * case is run with many block sizes, since block boundaries must not matter.
 */
class RecordSplitterTest {

    private static final int LIMIT = 1_048_576;

    static Stream<Arguments> csv() {
        return Stream.of(
                Arguments.of("", List.of()),
                Arguments.of("a", List.of("1@0/1:a")),
                Arguments.of("a\n", List.of("1@0/1:a")),
                Arguments.of("a,b\nc", List.of("1@0/2:a,b", "2@4/1:c")),
                Arguments.of("a\r\nb\n", List.of("1@0/1:a", "2@3/1:b")),
                Arguments.of("a\nb\r\nc\n", List.of("1@0/1:a", "2@2/1:b", "3@5/1:c")),
                Arguments.of("\n\n\na\n\nb\n\n", List.of("4@3/1:a", "6@6/1:b")),
                Arguments.of("\r\n\r\na", List.of("3@4/1:a")),
                Arguments.of("\n", List.of()),
                Arguments.of(",", List.of("1@0/2:,")),
                Arguments.of(" \n", List.of("1@0/1: ")),
                Arguments.of("\"\"\n", List.of("1@0/1:\"\"")),
                Arguments.of("\"a\",\"b\"\n", List.of("1@0/2:\"a\",\"b\"")),
                Arguments.of("\"a,b\",c", List.of("1@0/2:\"a,b\",c")),
                Arguments.of("\"a\nb\",c\nd", List.of("1@0/2:\"a\nb\",c", "3@8/1:d")),
                Arguments.of("\"a\r\nb\r\"\r\nc", List.of("1@0/1:\"a\r\nb\r\"", "3@9/1:c")),
                Arguments.of("\"a\"\"b\"\nc", List.of("1@0/1:\"a\"\"b\"", "2@7/1:c")),
                Arguments.of("\"\"\"\"\nc", List.of("1@0/1:\"\"\"\"", "2@5/1:c")),
                Arguments.of("\"\n\n\"\n\nc", List.of("1@0/1:\"\n\n\"", "5@6/1:c")),
                Arguments.of("a\"b\nc", List.of("1@0/!:a\"b", "2@4/1:c")),
                Arguments.of("a\"\nb\"\nc", List.of("1@0/!:a\"", "2@3/!:b\"", "3@6/1:c")),
                Arguments.of(" \"a\n\"\nc", List.of("1@0/!: \"a", "2@4/!:\"\nc")),
                Arguments.of("\"a\"b,\"c\nd\"\ne", List.of("1@0/!:\"a\"b,\"c\nd\"", "3@11/1:e")),
                Arguments.of("\"a\"b\"c\nd\ne", List.of("1@0/!:\"a\"b\"c", "2@7/1:d", "3@9/1:e")),
                Arguments.of("\"a\" \nb", List.of("1@0/!:\"a\" ", "2@5/1:b")),
                Arguments.of("a\rb\nc", List.of("1@0/!:a\rb", "2@4/1:c")),
                Arguments.of("a\r\r\nc", List.of("1@0/!:a\r", "2@4/1:c")),
                Arguments.of("\r", List.of("1@0/!:\r")),
                Arguments.of("a,\r\"b\nc", List.of("1@0/!:a,\r\"b", "2@6/1:c")),
                Arguments.of("\"a\"\rb\nc", List.of("1@0/!:\"a\"\rb", "2@6/1:c")),
                Arguments.of("a\r", List.of("1@0/!:a\r")),
                Arguments.of("\"a\"\r", List.of("1@0/!:\"a\"\r")),
                Arguments.of("a\0b\nc", List.of("1@0/!:a\0b", "2@4/1:c")),
                Arguments.of("\"a\0\"\nc", List.of("1@0/!:\"a\0\"", "2@5/1:c")),
                Arguments.of("\0\"\n\"c", List.of("1@0/!:\0\"", "2@3/!:\"c")),
                Arguments.of("a\n\"b\nc\nd", List.of("1@0/1:a", "2@2/!:\"b\nc\nd")),
                Arguments.of("\"", List.of("1@0/!:\"")),
                Arguments.of("\"a\"\"", List.of("1@0/!:\"a\"\"")),
                Arguments.of("\"a\n", List.of("1@0/!:\"a\n")));
    }

    @ParameterizedTest
    @MethodSource("csv")
    void cutsCsv(String text, List<String> records) throws IOException {
        for (int blockBytes : blockSizes()) {
            assertThat(shown(RecordSplitter.ofCsv(stream(text), blockBytes)))
                    .as("blocks of %d bytes", blockBytes)
                    .isEqualTo(records);
        }
    }

    static Stream<Arguments> lines() {
        return Stream.of(
                Arguments.of("", List.of()),
                Arguments.of("{\"a\":1}\r\n{}\n\n{}", List.of("1@0/1:{\"a\":1}", "2@9/1:{}", "4@13/1:{}")),
                Arguments.of("\"a\nb\"", List.of("1@0/1:\"a", "2@3/1:b\"")),
                Arguments.of("a\rb\n\r", List.of("1@0/1:a\rb", "2@4/1:\r")));
    }

    @ParameterizedTest
    @MethodSource("lines")
    void cutsLinesWhateverStandsOnThem(String text, List<String> records) throws IOException {
        for (int blockBytes : blockSizes()) {
            assertThat(shown(RecordSplitter.ofLines(stream(text), blockBytes)))
                    .as("blocks of %d bytes", blockBytes)
                    .isEqualTo(records);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {7, 4096, 1 << 20})
    void takesARecordOfExactlyTheLimit(int blockBytes) throws IOException {
        RecordSplitter splitter = RecordSplitter.ofCsv(stream("x".repeat(LIMIT) + "\r\nb"), blockBytes);
        assertThat(splitter.next()).isTrue();
        assertThat(splitter.malformed()).isNull();
        assertThat(splitter.end() - splitter.start()).isEqualTo(LIMIT);
        assertThat(shown(splitter)).containsExactly("2@1048578/1:b");
    }

    @ParameterizedTest
    @ValueSource(ints = {7, 4096, 1 << 20})
    void cutsARecordAtTheLimitAndResumesAfterTheNextLine(int blockBytes) throws IOException {
        RecordSplitter splitter = RecordSplitter.ofCsv(stream("x".repeat(LIMIT + 9) + "\"\nb"), blockBytes);
        assertThat(splitter.next()).isTrue();
        assertThat(splitter.overLimit()).isTrue();
        assertThat(splitter.malformed()).startsWith("Expected a record of at most 1048576 bytes");
        assertThat(splitter.end() - splitter.start()).isEqualTo(LIMIT);
        assertThat(shown(splitter)).containsExactly("2@1048587/1:b");
    }

    @ParameterizedTest
    @ValueSource(ints = {7, 4096, 1 << 20})
    void forgetsAnOpenQuoteAtTheLimit(int blockBytes) throws IOException {
        String open = "\"" + "x\n".repeat(LIMIT / 2);
        RecordSplitter splitter = RecordSplitter.ofCsv(stream(open + "y\nb\nc\""), blockBytes);
        assertThat(splitter.next()).isTrue();
        assertThat(splitter.end() - splitter.start()).isEqualTo(LIMIT);
        // The byte after the limit is an LF, the 524,288th: reading resumes after it, in the middle of the text.
        assertThat(shown(splitter)).containsExactly("524289@1048577/1:y", "524290@1048579/1:b", "524291@1048581/!:c\"");
    }

    @Test
    void endsAtTheLimitWithTheText() throws IOException {
        RecordSplitter splitter = RecordSplitter.ofCsv(stream("x".repeat(LIMIT + 1)), 4096);
        assertThat(splitter.next()).isTrue();
        assertThat(splitter.overLimit()).isTrue();
        assertThat(splitter.next()).isFalse();
        assertThat(splitter.next()).isFalse();
    }

    @Test
    void holdsOnlyARecordAndABlock() throws IOException {
        RecordSplitter splitter = RecordSplitter.ofCsv(stream("abc\n".repeat(100_000)), 64);
        while (splitter.next()) {
            assertThat(splitter.bytes().length).isLessThanOrEqualTo(256);
        }
    }

    static Stream<Arguments> headers() {
        return Stream.of(
                Arguments.of("h,i\nb", true, List.of("2@4/1:b")),
                Arguments.of("h,i\r\nb", true, List.of("2@5/1:b")),
                Arguments.of("h,i", true, List.of()),
                Arguments.of("\u00ef\u00bb\u00bfh,i\nb", true, List.of("2@7/1:b")),
                Arguments.of("", false, List.of()),
                Arguments.of("\u00ef\u00bb\u00bf", false, List.of()),
                Arguments.of("h", false, List.of("1@0/1:h")),
                Arguments.of("h,i\r", false, List.of("1@0/!:h,i\r")),
                Arguments.of("h,i \n", false, List.of("1@0/2:h,i ")),
                Arguments.of("\nh,i", false, List.of("2@1/2:h,i")),
                Arguments.of("\u00ef\u00bb\u00bf\u00ef\u00bb\u00bfh,i", false, List.of("1@3/2:\u00ef\u00bb\u00bfh,i")));
    }

    @ParameterizedTest
    @MethodSource("headers")
    void skipsAnExactHeaderOnly(String text, boolean skipped, List<String> rest) throws IOException {
        for (int blockBytes : blockSizes()) {
            RecordSplitter splitter = RecordSplitter.ofCsv(stream(text), blockBytes);
            splitter.skipByteOrderMark();
            assertThat(splitter.skipHeader("h,i")).isEqualTo(skipped);
            assertThat(shown(splitter)).isEqualTo(rest);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void cutsAnyTextAlikeInAnyBlocks(long seed) throws IOException {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        for (int round = 0; round < 200; round++) {
            StringBuilder text = new StringBuilder();
            random.ints(random.nextInt(60), 0, 7).forEach(c -> text.append("a,\"\n\r\0b".charAt(c)));
            List<String> whole = shown(RecordSplitter.ofCsv(stream(text.toString()), 4096));
            int blockBytes = random.nextInt(1, 20);
            assertThat(shown(RecordSplitter.ofCsv(stream(text.toString()), blockBytes)))
                    .as("%s in blocks of %d", text, blockBytes)
                    .isEqualTo(whole);
        }
    }

    /** Text from a CSV library is split as that library splits it. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void agreesWithALibraryOnWellFormedText(long seed) throws IOException {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        for (int round = 0; round < 100; round++) {
            StringWriter text = new StringWriter();
            CsvWriter writer = CsvWriter.builder().build(text);
            for (int record = 0; record < 20; record++) {
                writer.writeRecord(Stream.generate(() -> field(random))
                        .limit(random.nextInt(2, 5))
                        .toList());
            }
            RecordSplitter splitter = RecordSplitter.ofCsv(stream(text.toString()), random.nextInt(1, 30));
            for (CsvRecord record : CsvReader.builder().ofCsvRecord(text.toString())) {
                assertThat(splitter.next()).isTrue();
                assertThat(splitter.malformed()).isNull();
                assertThat(splitter.fields()).isEqualTo(record.getFieldCount());
            }
            assertThat(splitter.next()).isFalse();
        }
    }

    private static String field(RandomGenerator random) {
        StringBuilder field = new StringBuilder();
        random.ints(random.nextInt(4), 0, 5).forEach(c -> field.append("a,\"\n\r".charAt(c)));
        return field.toString();
    }

    static int[] blockSizes() {
        return IntStream.concat(IntStream.rangeClosed(1, 17), IntStream.of(4096))
                .toArray();
    }

    private static ByteArrayInputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(ISO_8859_1));
    }

    private static List<String> shown(RecordSplitter splitter) throws IOException {
        List<String> records = new ArrayList<>();
        while (splitter.next()) {
            byte[] raw = Arrays.copyOfRange(splitter.bytes(), splitter.start(), splitter.end());
            String fields = splitter.malformed() == null ? Integer.toString(splitter.fields()) : "!";
            records.add(splitter.line() + "@" + splitter.offset() + "/" + fields + ":" + new String(raw, ISO_8859_1));
        }
        return records;
    }
}
