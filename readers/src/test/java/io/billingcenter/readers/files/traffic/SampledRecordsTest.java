package io.billingcenter.readers.files.traffic;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.billingcenter.domain.metering.plan.ListedTask;
import io.billingcenter.domain.metering.plan.ListedTask.ListedFile;
import io.billingcenter.domain.metering.plan.ReadingPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Compares estimates with the true number of records, and checks the slices that follow from them. */
class SampledRecordsTest {

    @TempDir
    private Path root;

    @ParameterizedTest
    @CsvSource({
        "10, 100",
        "20000, 100",
        "20000, 60",
        "60, 100000",
        "8, 1000000",
        "1, 3000000",
    })
    void aSampleGivesTheLengthOfRecords(int records, int bytes) throws IOException {
        byte[] text = (Traffic.HEADER + "\n" + record(bytes).repeat(records)).getBytes(US_ASCII);
        for (String name : List.of("a.csv", "a.csv.gz", "a.csv.zst")) {
            byte[] content = switch (name) {
                case "a.csv" -> text;
                case "a.csv.gz" -> Traffic.gzip(text);
                default -> Traffic.zstd(text);
            };
            assertThat(estimate(name, content))
                    .as(name)
                    .isBetween((long) records / 2, (long) records * 2 + 20 + text.length / (1 << 18));
        }
    }

    @Test
    void theDenserSampleCounts() throws IOException {
        byte[] text = (record(1_000_000).repeat(3) + record(100).repeat(40_000)).getBytes(US_ASCII);
        assertThat(estimate("a.csv", text)).isBetween(40_000L, 80_000L);
    }

    /** A smaller version of the 2.2 GB of 2,201 records of a megabyte: by its size the day would be cut into 14. */
    @Test
    void aDayOfLongRecordsIsReadOnce() throws IOException {
        ListedTask task = task("a.csv", record(1_000_000).repeat(22).getBytes(US_ASCII));
        long budget = 22_000_000L / 100 * 76 / 14;
        assertThat(new ReadingPlan(1, budget).of(List.of(task))).hasSizeBetween(13, 15);
        assertThat(new ReadingPlan(1, budget, new SampledRecords(new TrafficFolder(root))).of(List.of(task)))
                .hasSize(1);
    }

    @Test
    void onlyADayThatWouldBeCutIsLookedInto() throws IOException {
        List<ListedTask> asked = new ArrayList<>();
        ListedTask task = task("a.csv", record(100).repeat(1_000).getBytes(US_ASCII));
        new ReadingPlan(2, 1 << 30, listed -> {
                    asked.add(listed);
                    return new SampledRecords(new TrafficFolder(root)).recordsOf(listed);
                })
                .of(List.of(task));
        assertThat(asked).isEmpty();
    }

    @Test
    void filesThatCannotBeSampledArePlannedByTheirSize() throws IOException {
        ListedTask task = task("a.csv", record(100).repeat(1_000).getBytes(US_ASCII));
        Files.delete(root.resolve("w/2026-11-21/a.csv"));
        assertThat(new SampledRecords(new TrafficFolder(root)).recordsOf(task)).isEmpty();
    }

    private long estimate(String name, byte[] content) throws IOException {
        return new SampledRecords(new TrafficFolder(root))
                .recordsOf(task(name, content))
                .orElseThrow();
    }

    private ListedTask task(String name, byte[] content) throws IOException {
        Path folder = Files.createDirectories(root.resolve("w/2026-11-21"));
        Files.write(folder.resolve(name), content);
        return new ListedTask(
                Traffic.DAY, 1, "0".repeat(64), List.of(new ListedFile(name, content.length, Instant.EPOCH)));
    }

    private static String record(int bytes) {
        return "r".repeat(bytes - 1) + "\n";
    }
}
