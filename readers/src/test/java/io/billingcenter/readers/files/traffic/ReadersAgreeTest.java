package io.billingcenter.readers.files.traffic;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.billingcenter.readers.files.traffic.FastTrafficReader.Resources;
import io.billingcenter.readers.files.traffic.Traffic.Result;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The fast reader gives the results of the plain one: totals, measures, the hash of the records, and every rejection
 * with its place, reason, detail and bytes, in the same order, with one thread and with several. Seeds generate the
 * cases; block sizes go down to one byte.
 */
@Execution(ExecutionMode.CONCURRENT)
class ReadersAgreeTest {

    private static final int ROUNDS = 300;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void onDamagedLogs(long seed) throws IOException {
        RandomGenerator random = random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            NastyTraffic traffic = new NastyTraffic(random);
            List<Path> files = new ArrayList<>();
            for (int number = 0; number <= random.nextInt(3); number++) {
                files.add(Traffic.file(folder, number + ".csv", traffic.log()));
            }
            assertAgreement(files, random.nextInt(1, 65), "seed " + seed + " round " + round);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void onAnyBytes(long seed) throws IOException {
        RandomGenerator random = random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            byte[] soup = new NastyTraffic(random).soup();
            Path file = Traffic.file(folder, "a.csv", soup);
            assertAgreement(List.of(file), random.nextInt(1, 65), new String(soup, ISO_8859_1));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void onCompressedLogs(long seed) throws IOException {
        RandomGenerator random = random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            NastyTraffic traffic = new NastyTraffic(random);
            List<Path> files = new ArrayList<>();
            for (int number = 0; number <= random.nextInt(3); number++) {
                boolean gzip = random.nextBoolean();
                byte[] compressed = traffic.compressed(traffic.log(), gzip);
                files.add(Traffic.file(folder, number + (gzip ? ".csv.gz" : ".csv.zst"), compressed));
            }
            assertAgreement(files, random.nextInt(1, 65), "seed " + seed + " round " + round);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1 << 20, 1 << 20 | 1, (1 << 20) + 70, 3 << 20})
    void onHugeRecords(int length) throws IOException {
        String start = Traffic.sms("before") + "\nr,2026-11-21T08:00:00Z,w,sms,,";
        for (String end : List.of(",,,\n", ",,,\r\n", "\",,,\n", ",,,", "")) {
            int fill = length - start.length() + Traffic.sms("before").length() + 1 - 3;
            String text = Traffic.HEADER + "\n" + start + "e".repeat(fill) + end + Traffic.sms("behind") + "\n";
            Path file = Traffic.file(folder, "a.csv", text.getBytes(UTF_8));
            for (int blockBytes : new int[] {4096, 1 << 18, 1 << 22}) {
                assertAgreement(List.of(file), blockBytes, "length " + length + " end " + end);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"a.csv.gz, true", "a.csv.zst, false"})
    void onLongCompressedFilesThatEndTooEarly(String name, boolean gzip) throws IOException {
        RandomGenerator random = random(1);
        StringBuilder text = new StringBuilder(Traffic.HEADER + "\n");
        for (int number = 0; number < 20_000; number++) {
            text.append(Traffic.sms(Long.toHexString(random.nextLong()))).append(number % 100 == 0 ? "x\n" : "\n");
        }
        byte[] log = text.toString().getBytes(UTF_8);
        byte[] whole = gzip ? Traffic.gzip(log) : Traffic.zstd(log);
        Path good = Traffic.file(folder, "b.csv", (Traffic.HEADER + "\n" + Traffic.sms("r") + "\n").getBytes(UTF_8));
        for (int length : new int[] {whole.length, whole.length - 1, whole.length / 2, 70_000, 20}) {
            Path file = Traffic.file(folder, name, java.util.Arrays.copyOf(whole, length));
            assertAgreement(List.of(file, good), 1 << 18, "length " + length);
        }
    }

    @Test
    void onMoreRejectionsThanAreHeldBack() throws IOException {
        String text = Traffic.HEADER + "\n" + "not a record\n".repeat(40_000) + Traffic.sms("r") + "\n";
        Path file = Traffic.file(folder, "a.csv.gz", Traffic.gzip(text.getBytes(UTF_8)));
        assertAgreement(List.of(file), 1 << 18, "many rejections");
    }

    @Test
    void onABadHeaderInAFileThatCannotBeReadToItsEnd() throws IOException {
        byte[] whole = Traffic.gzip("not the header\n".repeat(9_000).getBytes(UTF_8));
        for (int cut = 0; cut < 10; cut++) {
            Path file = Traffic.file(folder, "a.csv.gz", java.util.Arrays.copyOf(whole, whole.length - cut));
            assertAgreement(List.of(file), 1 << 18, "cut " + cut);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void onMeteringRowsBesideRecords(long seed) throws IOException {
        RandomGenerator random = random(seed);
        for (int round = 0; round < 30; round++) {
            StringBuilder rows = new StringBuilder();
            for (int number = 0; number < 10; number++) {
                rows.append("{\"time\":1795219200000,\"__docid\":\"r-").append(random.nextInt(6));
                rows.append("\",\"workspaceUUID\":\"w\",\"project\":\"logging\",\"hour_count\":")
                        .append(number)
                        .append("}\n");
            }
            Path records = Traffic.file(folder, "a.csv", new NastyTraffic(random).log());
            Path metering = Traffic.file(folder, "b.ndjson", rows.toString().getBytes(UTF_8));
            assertAgreement(List.of(records, metering), random.nextInt(1, 65), "seed " + seed + " round " + round);
        }
    }

    private static void assertAgreement(List<Path> files, int blockBytes, String description) throws IOException {
        Result expected = Traffic.read(new PlainTrafficReader(), files);
        for (int threads = 1; threads <= 3; threads++) {
            Resources resources = new Resources(Long.MAX_VALUE, threads);
            Result found = Traffic.read(new FastTrafficReader(blockBytes, resources, new ReadingProgress()), files);
            String how = description + ", blocks of " + blockBytes + ", threads " + threads;
            assertThat(found.day()).as(how).isEqualTo(expected.day());
            assertThat(found.rejections()).as(how).isEqualTo(expected.rejections());
        }
        assertThat(Traffic.read(new FastTrafficReader(), files)).isEqualTo(expected);
    }

    private static RandomGenerator random(long seed) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }
}
