package io.billingcenter.benchmarks.traffic;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/**
 * Tests the promises of the generator: the same bytes for the same options, and exactly the requested number of
 * records.
 */
class TrafficGeneratorTest {

    private static final String HEADER = "record_id,time,workspace_id,kind,subject,entity,count,bytes,seconds";

    @TempDir
    private Path folder;

    @Test
    void theNumberOfThreadsChangesNoByte() throws IOException {
        TrafficOptions options = options("--records=3000", "--workspaces=5", "--files=2");
        new TrafficGenerator(options, 1).write(folder.resolve("one"));
        new TrafficGenerator(options, 4).write(folder.resolve("four"));
        assertThat(contents(folder.resolve("four"))).isEqualTo(contents(folder.resolve("one")));
    }

    @Test
    void anotherSeedGivesOtherRecords() throws IOException {
        new TrafficGenerator(options("--records=10"), 1).write(folder.resolve("one"));
        new TrafficGenerator(options("--records=10", "--seed=2"), 1).write(folder.resolve("two"));
        assertThat(contents(folder.resolve("two"))).isNotEqualTo(contents(folder.resolve("one")));
    }

    @ParameterizedTest
    @CsvSource({"EVEN, 4, 250", "ZIPF, 4, 481", "GIANT, 4, 901", "TINY, 50, 20"})
    void sharesOfAThousandRecordsAddUp(Skew skew, int workspaces, long first) {
        List<Long> shares = skew.shares(1000, 4);
        assertThat(shares).hasSize(workspaces).first().isEqualTo(first);
        assertThat(shares.stream().mapToLong(Long::longValue).sum()).isEqualTo(1000);
    }

    @Test
    void filesOfAWorkspaceHoldItsRecordsInTimeOrder() throws IOException {
        new TrafficGenerator(options("--records=1000", "--workspaces=1", "--files=3", "--duplicates=0"), 2)
                .write(folder);
        List<String> records = records();
        assertThat(records).hasSize(1000);
        assertThat(records.stream().map(record -> record.split(",", -1)[1])).isSorted();
    }

    @Test
    void repeatedRecordsAreWholeRecordsThatWereThereBefore() throws IOException {
        new TrafficGenerator(options("--records=20000", "--workspaces=1", "--duplicates=500"), 2).write(folder);
        List<String> records = records();
        long ids = records.stream()
                .map(record -> record.split(",", -1)[0])
                .distinct()
                .count();
        assertThat(new HashSet<>(records)).hasSize((int) ids);
        assertThat(records.size() - ids).isBetween(850L, 1150L);
    }

    @Test
    void idsStayAboutTheirLimit() throws IOException {
        TrafficOptions limited = options("--records=20000", "--workspaces=1", "--ids=5000");
        assertThat(limited.folderName()).contains("-d7500-");
        new TrafficGenerator(limited, 2).write(folder);
        assertThat(new HashSet<>(records()).size()).isBetween(4_700, 5_300);
        assertThat(options("--records=20000", "--ids=19900").folderName()).contains("-d50-");
        assertThat(options("--records=20000", "--ids=20000").folderName()).contains("-d50-");
    }

    @Test
    void recordsHaveAbout120Bytes() throws IOException {
        new TrafficGenerator(options("--records=20000", "--workspaces=2"), 2).write(folder);
        long bytes = contents(folder.resolve("traffic")).values().stream()
                .mapToLong(String::length)
                .sum();
        assertThat(bytes / 20_000).isBetween(115L, 125L);
    }

    @ParameterizedTest
    @CsvSource({"--records=0", "--workspaces=0", "--files=0", "--duplicates=10000", "--ids=-1"})
    void aNumberOutOfRangeIsRefused(String argument) {
        TrafficOptions options = options(argument);
        String name = argument.substring(0, argument.indexOf('='));
        assertThatThrownBy(() -> new TrafficGenerator(options, 1)).hasMessageContaining("Expected " + name);
    }

    private static TrafficOptions options(String... arguments) {
        TrafficOptions options = new TrafficOptions();
        new CommandLine(options).setCaseInsensitiveEnumValuesAllowed(true).parseArgs(arguments);
        return options;
    }

    private List<String> records() throws IOException {
        return contents(folder.resolve("traffic")).values().stream()
                .flatMap(String::lines)
                .filter(line -> !line.equals(HEADER))
                .toList();
    }

    private static SortedMap<String, String> contents(Path root) throws IOException {
        SortedMap<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(root)) {
            files.filter(Files::isRegularFile)
                    .forEach(file -> contents.put(root.relativize(file).toString(), content(file)));
        }
        return contents;
    }

    private static String content(Path file) {
        try {
            return Files.readString(file, US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
