package io.billingcenter.readers.files.traffic;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.billingcenter.domain.metering.fold.MeteredDay;
import io.billingcenter.domain.metering.fold.Slice;
import io.billingcenter.domain.metering.fold.WorkspaceDayFold;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The progress equals the bytes on disk and the records decided on, whatever the files. */
class ReadingProgressTest {

    private static final int BLOCK_BYTES = 4096;
    private static final int RECORDS = 5_000;

    @TempDir
    private Path folder;

    private final ReadingProgress progress = new ReadingProgress();
    private final FastTrafficReader reader =
            new FastTrafficReader(BLOCK_BYTES, FastTrafficReader.Resources.ONE_THREAD, progress);

    @Test
    void countsPlainAndCompressedFiles() throws IOException {
        byte[] log = log(RECORDS);
        counts(Traffic.file(folder, "a.csv", log));
        counts(Traffic.file(folder, "b.csv.gz", Traffic.gzip(log)));
        counts(Traffic.file(folder, "c.csv.zst", Traffic.zstd(log)));
        counts(folder.resolve("a.csv"), folder.resolve("b.csv.gz"), folder.resolve("c.csv.zst"));
    }

    @Test
    void countsEmptyFilesAndRows() throws IOException {
        counts(
                Traffic.file(folder, "a.csv", new byte[0]),
                Traffic.file(folder, "b.ndjson", "{}\n{}\n".getBytes(UTF_8)));
        assertThat(progress.records()).isEqualTo(2);
    }

    @Test
    void countsAFileWhoseRecordsAreNotRead() throws IOException {
        byte[] withoutHeader = log(RECORDS);
        withoutHeader[0] = 'R';
        counts(Traffic.file(folder, "a.csv", withoutHeader));
        assertThat(progress.records()).isZero();
    }

    @Test
    void countsOnceWhatIsReadTwiceForABrokenFile() throws IOException {
        byte[] whole = Traffic.gzip(log(RECORDS));
        counts(
                Traffic.file(folder, "a.csv.gz", whole),
                Traffic.file(folder, "b.csv.gz", Arrays.copyOf(whole, whole.length - 9)),
                Traffic.file(folder, "c.csv", log(RECORDS)));
    }

    @Test
    void countsNothingOfAReadingThatFails() throws IOException {
        Path there = Traffic.file(folder, "a.csv", log(RECORDS));
        Path gone = folder.resolve("b.csv");
        assertThatThrownBy(() -> Traffic.read(reader, List.of(there, gone))).isInstanceOf(IOException.class);
        assertThat(progress.bytes()).isZero();
        assertThat(progress.records()).isZero();
    }

    @Test
    void countsTheBytesOfEverySliceAndEachRecordOnce() throws IOException {
        Path file = Traffic.file(folder, "a.csv", log(RECORDS));
        for (int slice = 0; slice < 3; slice++) {
            reader.read(Traffic.DAY, List.of(file), Traffic.TERMS.of(new Slice(slice, 3)), rejection -> {});
        }
        assertThat(progress.bytes()).isEqualTo(3 * Files.size(file));
        assertThat(progress.records()).isEqualTo(RECORDS);
    }

    @Test
    void countsBlockByBlock() throws IOException {
        byte[] log = log(RECORDS);
        long[] seen = {0, 0};
        WorkspaceDayFold fold = new WorkspaceDayFold(Traffic.DAY, Traffic.TERMS, rejection -> {});
        ProgressCounter counted = new ProgressCounter(progress, fold::recordsOfFile);
        fold.startFile("a.csv");
        InputStream text = counted.recordsOf(counted.bytesOf(new ByteArrayInputStream(log) {
            @Override
            public synchronized int read(byte[] block, int offset, int length) {
                assertThat(progress.bytes()).isEqualTo(pos);
                assertThat(progress.records()).isBetween(seen[1], (long) RECORDS);
                seen[0]++;
                seen[1] = progress.records();
                return super.read(block, offset, length);
            }
        }));
        new FastRecords(fold).fold(text, BLOCK_BYTES, "a.csv");
        assertThat(seen[0]).isGreaterThan(log.length / BLOCK_BYTES);
        assertThat(seen[1]).isGreaterThan(RECORDS - BLOCK_BYTES / 40);
    }

    private void counts(Path... files) throws IOException {
        long bytesBefore = progress.bytes();
        long recordsBefore = progress.records();
        MeteredDay day = Traffic.read(reader, List.of(files)).day();
        long size = 0;
        for (Path file : files) {
            size += Files.size(file);
        }
        assertThat(progress.bytes() - bytesBefore).isEqualTo(size);
        assertThat(progress.records() - recordsBefore).isEqualTo(day.records());
    }

    /** Returns ids that do not compress, so that a compressed file has many blocks too. */
    private static byte[] log(int records) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(1);
        StringBuilder log = new StringBuilder(Traffic.HEADER + "\n");
        for (int number = 0; number < records; number++) {
            log.append(Traffic.sms(
                            number + "-" + Long.toHexString(random.nextLong()) + Long.toHexString(random.nextLong())))
                    .append('\n');
        }
        return log.toString().getBytes(UTF_8);
    }
}
