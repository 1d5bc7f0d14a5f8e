package io.billingcenter.readers.traffic;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.billingcenter.domain.usage.MeteredDay;
import io.billingcenter.domain.usage.Rejection;
import io.billingcenter.domain.usage.RejectionReason;
import io.billingcenter.domain.usage.RejectionSink;
import io.billingcenter.domain.usage.TablesFullException;
import io.billingcenter.domain.usage.WorkspaceDayFold;
import io.billingcenter.readers.traffic.FastTrafficReader.Means;
import io.billingcenter.readers.traffic.Traffic.Result;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One thread reads, another folds: nothing is lost between them, and no thread is left behind, however it ends. */
class FoldThreadTest {

    private static final int RECORDS = 20_000;
    private static final int DIFFERENT_IDS = 100;
    private static final Means TWO_THREADS = new Means(Long.MAX_VALUE, 2);

    @TempDir
    private Path folder;

    @AfterEach
    void noThreadIsLeft() {
        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .doesNotContain("fold");
    }

    @ParameterizedTest
    @ValueSource(ints = {16, 100, 4096, 1 << 18})
    void conflictsCarryTheirBytesAndComeInOrder(int blockBytes) throws IOException {
        Path file = Traffic.file(folder, "a.csv", conflicts().getBytes(UTF_8));
        Result found = Traffic.read(reader(blockBytes, TWO_THREADS), List.of(file));
        assertConflicts(found.day(), found.rejections());
    }

    /** Reading is as far ahead as it may be: whatever it reads must not come over what is not folded yet. */
    @ParameterizedTest
    @ValueSource(ints = {64, 500, 8_192})
    void bytesAreNotOverwrittenBeforeTheyAreFolded(int blockBytes) throws IOException {
        List<Rejection> rejections = new ArrayList<>();
        WorkspaceDayFold fold = new WorkspaceDayFold(Traffic.DAY, Traffic.TERMS, rejection -> {
            if (rejections.size() % 300 == 0) {
                LockSupport.parkNanos(200_000);
            }
            rejections.add(rejection);
        });
        fold.startFile("a.csv");
        try (FoldThread thread = new FoldThread(fold, () -> {})) {
            new FastRecords(fold, thread).fold(text(conflicts()), blockBytes, "a.csv");
        }
        assertConflicts(fold.finish(), rejections);
    }

    @Test
    void rejectionsOfBothThreadsComeInOrder() throws IOException {
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
    void whatASinkThrowsReachesTheCaller(int number) throws IOException {
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

    @ParameterizedTest
    @ValueSource(ints = {1, 1_000, RECORDS - DIFFERENT_IDS})
    void whatFoldingThrowsReachesTheCaller(int number) {
        List<Rejection> rejections = new ArrayList<>();
        WorkspaceDayFold fold = new WorkspaceDayFold(Traffic.DAY, Traffic.TERMS, rejection -> {
            rejections.add(rejection);
            if (rejections.size() == number) {
                throw new StackOverflowError("in " + Thread.currentThread().getName());
            }
        });
        fold.startFile("a.csv");
        assertThatThrownBy(() -> {
                    try (FoldThread thread = new FoldThread(fold, () -> {})) {
                        new FastRecords(fold, thread).fold(text(conflicts()), 1_000, "a.csv");
                    }
                })
                .isInstanceOf(StackOverflowError.class)
                .hasMessage("in fold");
        assertThat(rejections.size()).isEqualTo(number);
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
        FastTrafficReader reader = new FastTrafficReader(1_000, new Means(1 << 18, 2), progress);
        for (int round = 0; round < 2; round++) {
            assertThatThrownBy(() -> Traffic.read(reader, List.of(tooLarge))).isInstanceOf(TablesFullException.class);
            assertThat(progress.bytes()).isZero();
            assertThat(progress.records()).isZero();
        }
        Result found = Traffic.read(reader, List.of(small));
        assertConflicts(found.day(), found.rejections());
        assertThat(progress.records()).isEqualTo(RECORDS);
    }

    @Test
    void aFileThatCannotBeReadEndsTheThread() {
        WorkspaceDayFold fold = new WorkspaceDayFold(Traffic.DAY, Traffic.TERMS, rejection -> {});
        fold.startFile("a.csv");
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("disk gone");
            }
        };
        assertThatThrownBy(() -> {
                    try (FoldThread thread = new FoldThread(fold, () -> {})) {
                        InputStream text = new SequenceInputStream(text(conflicts()), broken);
                        new FastRecords(fold, thread).fold(text, 1_000, "a.csv");
                    }
                })
                .isInstanceOf(IOException.class)
                .hasMessage("disk gone");
    }

    @Test
    void aThreadThatWasInterruptedStaysSoAndReadsToTheEnd() throws IOException {
        List<Rejection> rejections = new ArrayList<>();
        WorkspaceDayFold fold = new WorkspaceDayFold(Traffic.DAY, Traffic.TERMS, rejections::add);
        fold.startFile("a.csv");
        Thread.currentThread().interrupt();
        try (FoldThread thread = new FoldThread(fold, () -> {})) {
            new FastRecords(fold, thread).fold(text(conflicts()), 1_000, "a.csv");
        }
        assertThat(Thread.interrupted()).isTrue();
        assertConflicts(fold.finish(), rejections);
    }

    private static FastTrafficReader reader(int blockBytes, Means means) {
        return new FastTrafficReader(blockBytes, means, new ReadingProgress());
    }

    private static InputStream text(String log) {
        return new ByteArrayInputStream(log.getBytes(UTF_8));
    }

    /** A few ids, each with another content every time. */
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
