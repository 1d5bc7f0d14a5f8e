package io.billingcenter.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.github.luben.zstd.Zstd;
import io.billingcenter.samples.BillingProcess.Program;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The same records give the same delivered bytes, however they are spread over files, in whatever order, compressed or
 * not, repeated or not, with whatever chunk size, number of threads and
 * memory. Conflicts are left out: which record of a
 * conflict counts is a matter of file order by definition.
 */
class SameBytesTest {

    private static final long SEED = 20261122;
    private static final String DAY = "2026-10-15";
    private static final int WORKSPACES = 7;
    private static final int RECORDS = 2_000;

    @TempDir
    private Path folder;

    @Test
    void whateverTheFilesTheChunksAndTheThreads() throws IOException {
        Map<String, byte[]> plain = deliver("plain", new Random(SEED), 1, "20", "1");
        assertThat(plain).hasSizeGreaterThan(8);
        Random random = new Random(SEED + 1);
        assertThat(deliver("split", random, 5, "1", "3"))
                .usingRecursiveComparison()
                .isEqualTo(plain);
        assertThat(deliver("shuffled", random, 9, "3", "2"))
                .usingRecursiveComparison()
                .isEqualTo(plain);
    }

    /** Two nights and a close with everything that a night does, on both databases, read in slices and at once. */
    @Test
    void whateverTheDatabaseTheMemoryAndTheThreads() throws Exception {
        Workplace small = tell("small", Databases.HSQLDB, Tell.here(), CrashStory.SMALL);
        assertThat(small.delivered()).hasSizeGreaterThan(50);
        List<String> large = List.of("billing.metering.threads=3", "billing.metering.table-memory-mb=64");
        Workplace server = tell("server", Databases.POSTGRESQL, Tell.here(), large);
        assertThat(CrashLife.differences(small, server)).isEmpty();
        List<String> single = List.of("billing.metering.threads=1", "billing.metering.chunk-mb=1");
        Workplace one = tell("single", Databases.HSQLDB, Tell.here(), single);
        assertThat(CrashLife.differences(small, one)).isEmpty();
    }

    /** The other Java is named by a property: {@code mvn verify -Dbilling.other-jdk=/usr/lib/jvm/...}. */
    @Test
    void whateverTheJava() throws Exception {
        String otherJdk = System.getProperty("billing.other-jdk");
        assumeTrue(otherJdk != null, "no other JDK is named by -Dbilling.other-jdk");
        Workplace here = tell("here", Databases.HSQLDB, Tell.here(), CrashStory.SMALL);
        Tell other = Tell.by(Program.ofTests(Path.of(otherJdk)));
        Workplace there = tell("there", Databases.HSQLDB, other, List.of("billing.metering.chunk-size=7"));
        assertThat(CrashLife.differences(here, there)).isEmpty();
        Workplace server = tell("server", Databases.POSTGRESQL, other, CrashStory.SMALL);
        assertThat(CrashLife.differences(here, server)).isEmpty();
    }

    /** How a command is run. */
    private interface Tell {
        int run(Workplace place, String... command) throws Exception;

        static Tell here() {
            return (place, command) -> place.billing(command).status();
        }

        static Tell by(Program program) {
            return (place, command) ->
                    BillingProcess.start(program, place, command).end();
        }
    }

    private Workplace tell(String name, Databases database, Tell teller, List<String> settings) throws Exception {
        Path root = Files.createDirectories(folder.resolve(name));
        Workplace place = new Workplace(root, database.address(root));
        for (CrashStory.Chapter chapter : new CrashStory().chapters()) {
            chapter.arrival().at(place);
            assertThat(teller.run(place, chapter.words(settings)))
                    .as(name + ", " + chapter.name())
                    .isIn(0, 2);
        }
        return place;
    }

    private Map<String, byte[]> deliver(String name, Random random, int files, String chunk, String threads)
            throws IOException {
        Path root = Files.createDirectories(folder.resolve(name));
        Workplace place = new Workplace(root, Databases.HSQLDB.address(root));
        Traffic traffic = new Traffic(DAY);
        traffic.writeReference(place, WORKSPACES);
        for (int workspace = 0; workspace < WORKSPACES; workspace++) {
            writeTraffic(traffic.folder(place, workspace), traffic.records(workspace, RECORDS), random, files);
        }
        Workplace.Answer answer = place.billing(
                "nightly",
                "--day",
                DAY,
                "--set",
                "billing.metering.chunk-size=" + chunk,
                "--set",
                "billing.invoicing.chunk-size=" + chunk,
                "--set",
                "billing.metering.table-memory-mb=1",
                "--set",
                "billing.metering.threads=" + threads);
        assertThat(answer.status()).as(answer.text()).isZero();
        return new TreeMap<>(place.delivered());
    }

    /** One file in order, or several in any order, some compressed, some records twice. */
    private static void writeTraffic(Path target, List<String> records, Random random, int files) throws IOException {
        List<String> lines = new ArrayList<>(records);
        if (files > 1) {
            records.stream().filter(record -> random.nextInt(10) == 0).forEach(lines::add);
            Collections.shuffle(lines, random);
        }
        for (int file = 0; file < files; file++) {
            StringBuilder text = new StringBuilder(Traffic.HEADER);
            for (int i = file; i < lines.size(); i += files) {
                text.append(lines.get(i));
            }
            byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
            switch (file % 3) {
                case 1 -> Files.write(target.resolve("part" + file + ".csv.gz"), gzip(bytes));
                case 2 -> Files.write(target.resolve("part" + file + ".csv.zst"), Zstd.compress(bytes));
                default -> Files.write(target.resolve("part" + file + ".csv"), bytes);
            }
        }
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        }
        return packed.toByteArray();
    }
}
