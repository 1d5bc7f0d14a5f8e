package io.billingcenter.readers.files.traffic;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.billingcenter.domain.metering.fold.MeteredDay;
import io.billingcenter.domain.metering.fold.WorkspaceDayFold;
import io.billingcenter.domain.usage.TrafficKind;
import io.billingcenter.readers.files.traffic.Traffic.Result;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests counters that do not depend on the machine, on clean traffic of all kinds. */
class FastTrafficReaderTest {

    private static final int RECORDS = 20_000;
    private static final long HASH_VALUE_BYTES = 32;
    private static final int BLOCK_BYTES = 1 << 12;
    private static final int DIFFERENT_IDS = 1_000;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(ints = {1, 100, 4096, 1 << 18})
    void leavesNoCleanRecordToThePlainRules(int blockBytes) throws IOException {
        FastTrafficReader reader = new FastTrafficReader(blockBytes);
        Path file = Traffic.file(folder, "a.csv", cleanLog(2_000));
        MeteredDay day = Traffic.read(reader, List.of(file)).day();
        assertThat(day.accepted() + day.duplicates()).isEqualTo(2_000);
        assertThat(reader.slowPathRecords()).isZero();
    }

    @Test
    void leavesARecordWithQuotesToThePlainRules() throws IOException {
        FastTrafficReader reader = new FastTrafficReader();
        String log = Traffic.HEADER + "\n" + Traffic.sms("\"r\"") + "\n" + Traffic.sms("s") + "\n";
        Result result = Traffic.read(reader, List.of(Traffic.file(folder, "a.csv", log.getBytes(UTF_8))));
        assertThat(result.summary()).isEqualTo("2 accepted");
        assertThat(reader.slowPathRecords()).isEqualTo(1);
    }

    /**
     * The tables of a day take memory by id and entity; these repeat here, so that the remaining memory is by record: a
     * hash value of 32 bytes for its content, and for its entity if it has one. Optimized code does not allocate them.
     */
    @Test
    void allocatesOnlyHashValuesForARecord() throws IOException {
        byte[] log = cleanLog(RECORDS);
        WorkspaceDayFold fold = new WorkspaceDayFold(Traffic.DAY, Traffic.TERMS, rejection -> {});
        FastRecords records = new FastRecords(fold);
        fold.startFile("a.csv");
        records.fold(new ByteArrayInputStream(log), BLOCK_BYTES, "a.csv");
        InputStream again = new ByteArrayInputStream(log);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
        records.fold(again, BLOCK_BYTES, "a.csv");
        long allocated = threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
        assertThat(allocated).isLessThan(2 * HASH_VALUE_BYTES * RECORDS + BLOCK_BYTES);
        assertThat(fold.finish().records()).isEqualTo(2 * RECORDS);
    }

    private static byte[] cleanLog(int records) {
        Random random = new Random(1);
        StringBuilder log = new StringBuilder(Traffic.HEADER + "\n");
        for (int number = 0; number < records; number++) {
            int content = random.nextInt(DIFFERENT_IDS);
            TrafficKind kind = TrafficKind.values()[content % TrafficKind.values().length];
            log.append(new UUID(content * 0x9E3779B97F4A7C15L, content)).append(",2026-11-21T");
            log.append(String.format("%02d:%02d:%02d.%03d", content % 24, content % 60, content % 59, content));
            log.append("+08:00,w,").append(kind.code()).append(',');
            log.append(kind == TrafficKind.TRIGGER ? "slo" : "subject-" + content % 40)
                    .append(",e")
                    .append(content);
            log.append(',')
                    .append(1 + content)
                    .append(',')
                    .append(content * 77_777L)
                    .append(',')
                    .append(content);
            log.append(content % 3 == 0 ? "\r\n" : "\n");
        }
        return log.toString().getBytes(UTF_8);
    }
}
