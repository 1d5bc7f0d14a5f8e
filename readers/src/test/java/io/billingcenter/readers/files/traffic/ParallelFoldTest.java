package io.billingcenter.readers.files.traffic;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.billingcenter.domain.metering.fold.FoldTables;
import io.billingcenter.domain.metering.fold.MeteredDay;
import io.billingcenter.domain.metering.fold.RejectionSink;
import io.billingcenter.domain.metering.fold.Slice;
import io.billingcenter.domain.metering.fold.TablesFullException;
import io.billingcenter.domain.usage.Rejection;
import io.billingcenter.domain.usage.RejectionReason;
import io.billingcenter.readers.files.traffic.FastTrafficReader.Resources;
import io.billingcenter.readers.files.traffic.Traffic.Result;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Several threads read and fold: no record is lost between them, and every thread ends, whatever the outcome. */
class ParallelFoldTest {

    private static final int RECORDS = 20_000;
    private static final int DIFFERENT_IDS = 100;
    private static final Resources TWO_THREADS = new Resources(Long.MAX_VALUE, 2);

    @TempDir
    private Path folder;

    @AfterEach
    void noThreadIsLeft() {
        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .noneMatch(name -> name.startsWith("fold-"));
    }

    @ParameterizedTest
    @ValueSource(ints = {16, 100, 4096, 1 << 18})
    void conflictsCarryTheirBytesAndComeInOrder(int blockBytes) throws IOException {
        Path file = Traffic.file(folder, "a.csv", conflicts().getBytes(UTF_8));
        Result found = Traffic.read(reader(blockBytes, TWO_THREADS), List.of(file));
        assertConflicts(found.day(), found.rejections());
    }

    /** Reading is as far ahead as possible, and must not overwrite text that is not folded yet. */
    @ParameterizedTest
    @ValueSource(ints = {64, 500, 8_192})
    void bytesAreNotOverwrittenBeforeTheyAreFolded(int blockBytes) throws IOException {
        List<Rejection> rejections = new ArrayList<>();
        RejectionSink slow = rejection -> {
            if (rejections.size() % 300 == 0) {
                LockSupport.parkNanos(200_000);
            }
            rejections.add(rejection);
        };
        try (ParallelFold fold = fold(slow, 3)) {
            fold.startFile("a.csv");
            fold.foldRecords(text(conflicts()), blockBytes, "a.csv");
            assertConflicts(fold.finish(), rejections);
        }
    }

    @Test
    void rejectionsOfAllThreadsComeInOrder() throws IOException {
        StringBuilder log = new StringBuilder(Traffic.HEADER + "\n");
        for (int number = 0; number < RECORDS; number++) {
            log.append(number % 7 == 0 ? "not a record" : conflict(number)).append('\n');
        }
        List<Path> files = List.of(
                Traffic.file(folder, "a.csv", log.toString().getBytes(UTF_8)),
                Traffic.file(folder, "b.csv.gz", Traffic.gzip(log.toString().getBytes(UTF_8))));
        Result expected = Traffic.read(new PlainTrafficReader(), files);
        Result found = Traffic.read(reader(1_000, TWO_THREADS), files);
        assertThat(found.day()).isEqualTo(expected.day());
        assertThat(found.rejections().equals(expected.rejections())).isTrue();
        assertThat(expected.rejections().size()).isGreaterThan(RECORDS);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 1_000, RECORDS - DIFFERENT_IDS})
    void anExceptionOfASinkReachesTheCaller(int number) throws IOException {
        Path file = Traffic.file(folder, "a.csv", conflicts().getBytes(UTF_8));
        FastTrafficReader reader = reader(1_000, TWO_THREADS);
        int[] count = new int[1];
        RejectionSink full = rejection -> {
            count[0]++;
            if (count[0] == number) {
                throw new IllegalStateException("disk full");
            }
        };
        assertThatThrownBy(() -> reader.read(Traffic.DAY, List.of(file), Traffic.TERMS, full))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("disk full");
        assertThat(count[0]).isEqualTo(number);
        Result again = Traffic.read(reader, List.of(file));
        assertConflicts(again.day(), again.rejections());
    }

    @Test
    void fullTablesReachTheCallerAndTheReaderGoesOnWithNewOnes() throws IOException {
        StringBuilder large = new StringBuilder(Traffic.HEADER + "\n");
        for (int number = 0; number < RECORDS; number++) {
            large.append(Traffic.sms("r-" + number)).append('\n');
        }
        Path tooLarge = Traffic.file(folder, "a.csv", large.toString().getBytes(UTF_8));
        Path small = Traffic.file(folder, "b.csv", conflicts().getBytes(UTF_8));
        ReadingProgress progress = new ReadingProgress();
        FastTrafficReader reader = new FastTrafficReader(1_000, new Resources(1 << 18, 2), progress);
        for (int round = 0; round < 2; round++) {
            assertThatThrownBy(() -> Traffic.read(reader, List.of(tooLarge))).isInstanceOf(TablesFullException.class);
            assertThat(progress.bytes()).isZero();
            assertThat(progress.records()).isZero();
        }
        Result found = Traffic.read(reader, List.of(small));
        assertConflicts(found.day(), found.rejections());
        assertThat(progress.records()).isEqualTo(RECORDS);
    }

    /** Decompression by another thread must also end when reading ends early. */
    @ParameterizedTest
    @ValueSource(strings = {"a.csv.gz", "a.csv.zst"})
    @Timeout(60)
    void compressedFilesEndEarlyToo(String name) throws IOException {
        Random random = new Random(1);
        StringBuilder log = new StringBuilder(Traffic.HEADER + "\n");
        for (int number = 0; number < 100_000; number++) {
            log.append(Traffic.sms(Long.toHexString(random.nextLong()))).append('\n');
        }
        byte[] text = log.toString().getBytes(UTF_8);
        Path file = Traffic.file(folder, name, name.endsWith(".gz") ? Traffic.gzip(text) : Traffic.zstd(text));
        for (int round = 0; round < 20; round++) {
            FastTrafficReader reader = reader(1 << 18, new Resources(1 << 20, 4));
            assertThatThrownBy(() -> Traffic.read(reader, List.of(file))).isInstanceOf(TablesFullException.class);
        }
    }

    /** Many rejections in little text. */
    @Test
    void linesThatAreNoRecordsAreRejectedOneByOne() throws IOException {
        String log = Traffic.HEADER + "\n" + "x\n".repeat(100_000);
        Path file = Traffic.file(folder, "a.csv", log.getBytes(UTF_8));
        Result expected = Traffic.read(new PlainTrafficReader(), List.of(file));
        Result found = Traffic.read(reader(1 << 18, TWO_THREADS), List.of(file));
        assertThat(found.day()).isEqualTo(expected.day());
        assertThat(found.rejections().equals(expected.rejections())).isTrue();
        assertThat(found.day().quarantined()).isEqualTo(100_000);
    }

    @Test
    void aFileThatCannotBeReadEndsTheThreads() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("disk gone");
            }
        };
        assertThatThrownBy(() -> {
                    try (ParallelFold fold = fold(rejection -> {}, 4)) {
                        fold.startFile("a.csv");
                        InputStream text = new SequenceInputStream(text(conflicts()), broken);
                        fold.foldRecords(text, 1_000, "a.csv");
                    }
                })
                .isInstanceOf(IOException.class)
                .hasMessage("disk gone");
    }

    @Test
    void aThreadThatWasInterruptedStaysSoAndReadsToTheEnd() throws IOException {
        List<Rejection> rejections = new ArrayList<>();
        Thread.currentThread().interrupt();
        try (ParallelFold fold = fold(rejections::add, 2)) {
            fold.startFile("a.csv");
            fold.foldRecords(text(conflicts()), 1_000, "a.csv");
            assertConflicts(fold.finish(), rejections);
        }
        assertThat(Thread.interrupted()).isTrue();
    }

    /** Faulty and quoted lines among plain ones, at any frequency and in any block. */
    @ParameterizedTest
    @ValueSource(ints = {2, 3, 5})
    void faultyAndQuotedLinesAreReadAmongPlainOnes(int threads) throws IOException {
        StringBuilder log = new StringBuilder(Traffic.HEADER + "\n");
        for (int number = 0; number < RECORDS; number++) {
            switch (number * number % 97) {
                case 1 -> log.append("not a record\n");
                case 4 -> log.append("\r\n");
                case 9 -> log.append("q-").append(number).append(",2026-11-21T08:00:00Z,w,sms,,\"a\n,\"\"b\",1,,\n");
                case 16 -> log.append("\u00e4".repeat(3_000)).append('\n');
                case 25 -> log.append("r,2026-11-21T08:00:00Z,w,sms,,a\u00e4,1,,\n");
                case 36 -> log.append("open,\"\n");
                default -> log.append(Traffic.sms("r-" + number % 5_000)).append('\n');
            }
        }
        Path file = Traffic.file(folder, "a.csv", log.toString().getBytes(UTF_8));
        Result expected = Traffic.read(new PlainTrafficReader(), List.of(file));
        for (int blockBytes : new int[] {300, 5_000, 70_000}) {
            Result found = Traffic.read(reader(blockBytes, new Resources(Long.MAX_VALUE, threads)), List.of(file));
            assertThat(found.day()).as("blocks of %d", blockBytes).isEqualTo(expected.day());
            assertThat(found.rejections().equals(expected.rejections()))
                    .as("rejections with blocks of %d", blockBytes)
                    .isTrue();
        }
    }

    /** Slices of a day are divided among threads, and still add up to the day. */
    @Test
    void slicesAreSharedToo() throws IOException {
        Path file = Traffic.file(folder, "a.csv", conflicts().getBytes(UTF_8));
        List<Rejection> rejections = new ArrayList<>();
        MeteredDay day = null;
        for (Slice slice : Slice.WHOLE.parts(3)) {
            MeteredDay part = reader(1_000, TWO_THREADS)
                    .read(Traffic.DAY, List.of(file), Traffic.TERMS.of(slice), rejections::add);
            day = day == null ? part : day.plus(part);
        }
        rejections.sort(Comparator.comparingLong(rejection -> rejection.place().offset()));
        assertConflicts(Objects.requireNonNull(day), rejections);
    }

    @Test
    void leavesNoCleanLineToThePlainRules() throws IOException {
        FastTrafficReader reader = reader(1_000, new Resources(Long.MAX_VALUE, 3));
        Traffic.read(reader, List.of(Traffic.file(folder, "a.csv", conflicts().getBytes(UTF_8))));
        assertThat(reader.slowPathRecords()).isZero();
    }

    private static ParallelFold fold(RejectionSink sink, int threads) {
        return new ParallelFold(
                Traffic.DAY,
                Traffic.TERMS,
                sink,
                Stream.generate(FoldTables::new).limit(threads).toList());
    }

    private static FastTrafficReader reader(int blockBytes, Resources resources) {
        return new FastTrafficReader(blockBytes, resources, new ReadingProgress());
    }

    private static InputStream text(String log) {
        return new ByteArrayInputStream(log.getBytes(UTF_8));
    }

    /** Returns a few ids, each with different content every time. */
    private static String conflicts() {
        StringBuilder log = new StringBuilder(Traffic.HEADER + "\n");
        for (int number = 0; number < RECORDS; number++) {
            log.append(conflict(number)).append('\n');
        }
        return log.toString();
    }

    private static String conflict(int number) {
        return "r-" + number % DIFFERENT_IDS + ",2026-11-21T08:00:00Z,w,sms,,e" + number + "," + (1 + number) + ",,";
    }

    private static void assertConflicts(MeteredDay day, List<Rejection> rejections) {
        assertThat(day.accepted()).isEqualTo(DIFFERENT_IDS);
        assertThat(day.conflicts()).isEqualTo(RECORDS - DIFFERENT_IDS);
        assertThat(rejections.size()).isEqualTo(RECORDS - DIFFERENT_IDS);
        long offset = Traffic.HEADER.length() + 1;
        for (int number = 0; number < RECORDS; number++) {
            String expected = conflict(number);
            Rejection rejection = rejections.get(Math.max(0, number - DIFFERENT_IDS));
            boolean right = number < DIFFERENT_IDS
                    || new String(rejection.raw(), UTF_8).equals(expected)
                            && rejection.reason() == RejectionReason.CONFLICT
                            && rejection.place().line() == number + 2
                            && rejection.place().offset() == offset;
            assertThat(right).as("%s with %s", expected, rejection).isTrue();
            offset += expected.length() + 1;
        }
    }
}
