package io.billingcenter.readers.files.traffic;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.billingcenter.domain.metering.fold.MeteredDay;
import io.billingcenter.domain.usage.TrafficKind;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The measures and the hash of the records do not depend on how the same records are distributed over files, ordered,
 * quoted, repeated and compressed. There are no conflicts here, since those depend on file order.
 */
class SpreadOfRecordsTest {

    private static final String[] CAUSES = {"slo", "smart.rum", "monitor.mutation", "monitor.x"};

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void changesNeitherMeasuresNorHash(long seed) throws IOException {
        Random random = new Random(seed);
        List<String> records = new ArrayList<>();
        for (int number = 0; number < 500; number++) {
            records.add(record(number, random));
        }
        MeteredDay expected = read(List.of(Traffic.file(folder, "all.csv", text(records, new Random(0)))));
        assertThat(expected.accepted()).isEqualTo(500);
        for (int round = 0; round < 5; round++) {
            MeteredDay spread = read(spread(records, random, round));
            assertThat(spread.measures()).isEqualTo(expected.measures());
            assertThat(spread.recordHash()).isEqualTo(expected.recordHash());
            assertThat(spread.quarantined() + spread.conflicts()).isZero();
        }
    }

    private List<Path> spread(List<String> records, Random random, int round) throws IOException {
        List<String> shuffled = new ArrayList<>(records);
        shuffled.addAll(records.subList(0, random.nextInt(records.size())));
        Collections.shuffle(shuffled, random);
        List<Path> files = new ArrayList<>();
        for (int from = 0; from < shuffled.size(); ) {
            int to = Math.min(shuffled.size(), from + 1 + random.nextInt(200));
            byte[] text = text(shuffled.subList(from, to), random);
            String name = "r" + round + "-" + files.size() + ".csv";
            files.add(
                    switch (random.nextInt(3)) {
                        case 0 -> Traffic.file(folder, name, text);
                        case 1 -> Traffic.file(folder, name + ".gz", Traffic.gzip(text));
                        default -> Traffic.file(folder, name + ".zst", Traffic.zstd(text));
                    });
            from = to;
        }
        return files;
    }

    private static MeteredDay read(List<Path> files) throws IOException {
        return Traffic.read(new PlainTrafficReader(100), files).day();
    }

    private static byte[] text(List<String> records, Random random) {
        StringBuilder text = new StringBuilder(Traffic.HEADER + "\n");
        for (String record : records) {
            boolean quoted = random.nextInt(4) == 0;
            text.append(quoted ? "\"" + record.replace(",", "\",\"") + "\"" : record)
                    .append(random.nextBoolean() ? "\n" : "\r\n");
        }
        return text.toString().getBytes(UTF_8);
    }

    private static String record(int number, Random random) {
        TrafficKind kind = TrafficKind.values()[random.nextInt(TrafficKind.values().length)];
        Instant time = Traffic.TERMS.span().start().plusSeconds(random.nextInt(86_400));
        String subject = kind == TrafficKind.TRIGGER ? CAUSES[random.nextInt(4)] : "s\u00fc" + random.nextInt(4);
        return String.join(
                ",",
                "id-" + number,
                time.toString(),
                "w",
                kind.code(),
                subject,
                "e" + random.nextInt(20),
                random.nextBoolean() ? "" : Integer.toString(1 + random.nextInt(1_000)),
                Long.toString(random.nextLong(1L << random.nextInt(1, 63))),
                Integer.toString(random.nextInt(100_000)));
    }
}
