package io.billingcenter.jobs.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files of a million lines of invoices fit into a heap of 1 GiB, in a time that is constant for a row. */
@Tag("exhaustive")
class BooksOfManyLinesTest {

    @TempDir
    private Path folder;

    @Test
    void aMillionLines() throws Exception {
        long few = run(100_000);
        long some = run(300_000);
        long many = run(1_000_000);

        // Start-up counts for more of a few rows, so a row never gets slower by more than noise.
        assertThat(many / 10.0).isLessThan(1.5 * few);
        assertThat(many / 1_000_000.0).isLessThan(1.5 * some / 300_000.0);
        assertThat(many).isLessThan(360_000);
    }

    private long run(int lines) throws IOException, InterruptedException {
        Path place = Files.createDirectory(folder.resolve("lines-" + lines));
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx1g",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        BooksOfManyLines.class.getName(),
                        place.toString(),
                        Integer.toString(lines))
                .redirectErrorStream(true)
                .redirectOutput(place.resolve("printed.txt").toFile())
                .start();
        assertThat(process.waitFor(30, TimeUnit.MINUTES)).isTrue();
        String printed = Files.readString(place.resolve("printed.txt"));
        assertThat(process.exitValue()).as(printed).isZero();
        System.out.println(lines + " lines: " + printed.replace('\n', ' '));
        Map<String, Long> times = new TreeMap<>();
        printed.lines()
                .filter(line -> line.matches("(files|workbook|journal) \\d+"))
                .map(line -> line.split(" "))
                .forEach(parts -> times.put(parts[0], Long.parseLong(parts[1])));
        assertThat(times).containsOnlyKeys("files", "workbook", "journal");
        return times.values().stream().mapToLong(Long::longValue).sum();
    }
}
