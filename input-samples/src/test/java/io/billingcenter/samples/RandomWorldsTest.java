package io.billingcenter.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.billingcenter.domain.reference.ReferenceFile;
import io.billingcenter.samples.oracle.RandomWorld;
import io.billingcenter.samples.oracle.World;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The suite and a second calculation, written from the rules alone, agree to the cent on random catalogs, accounts and
 * usage. {@code -Dbilling.worlds=1-500} runs the worlds of these seeds.
 */
class RandomWorldsTest {

    private static final String SEEDS = System.getProperty("billing.worlds", "1-3");

    /** Files without rows are not written: in these worlds that is meant. */
    private static final String ANY_FILE =
            Stream.of(ReferenceFile.values()).map(ReferenceFile::text).collect(Collectors.joining(","));

    @TempDir
    private Path folder;

    static LongStream seeds() {
        String[] ends = SEEDS.split("-");
        return LongStream.rangeClosed(Long.parseLong(ends[0]), Long.parseLong(ends[ends.length - 1]));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void agreesToTheCent(long seed) throws IOException {
        World world = RandomWorld.of(seed, EnumSet.allOf(RandomWorld.Feature.class));
        Workplace place = new Workplace(folder, Databases.HSQLDB.address(folder));
        world.writePriceBooks(folder.resolve("price-books"));
        for (World.Step step : world.steps()) {
            perform(world, step, place);
        }
        Map<String, List<String>> delivered = delivered(place);
        world.expected()
                .forEach((file, rows) -> assertThat(delivered.getOrDefault(file, List.of()))
                        .as("%s of seed %d", file, seed)
                        .containsExactlyElementsOf(rows));
    }

    private void perform(World world, World.Step step, Workplace place) throws IOException {
        world.arrive(step, place.reference(), place.traffic());
        String books = folder.resolve("price-books").toString();
        if (step instanceof World.Night night) {
            succeed(place.billing(
                    "nightly",
                    "--no-catch-up",
                    "--day",
                    night.day().toString(),
                    "--price-books",
                    books,
                    "--allow-missing",
                    ANY_FILE));
        } else if (step instanceof World.Settle settle) {
            succeed(place.billing("settle", "--day", settle.day().toString(), "--price-books", books));
        } else if (step instanceof World.Close close) {
            succeed(place.close(
                    close.month().toString(),
                    "--price-books",
                    books,
                    "--issue-date",
                    close.issued().toString()));
        }
    }

    private static void succeed(Workplace.Answer answer) {
        assertThat(answer.status()).as(answer.text()).isIn(0, 2);
    }

    /** The rows of the newest revision of every period, by file, sorted as texts; ids of postings are left out. */
    static Map<String, List<String>> delivered(Workplace place) throws IOException {
        Map<String, String> newest = new TreeMap<>();
        Map<String, byte[]> files = Workplace.filesBelow(place.out());
        for (String path : files.keySet()) {
            String[] parts = path.split("/");
            if (parts.length == 3 && path.endsWith(".csv")) {
                String key = parts[0] + "/" + parts[2];
                String known = newest.get(key);
                if (known == null || revision(known) < revision(path)) {
                    newest.put(key, path);
                }
            }
        }
        Map<String, List<String>> rows = new TreeMap<>();
        newest.forEach((key, path) -> {
            String file = key.substring(key.indexOf('/') + 1);
            new String(files.get(path), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> compared(file, line))
                    .forEach(line ->
                            rows.computeIfAbsent(file, any -> new ArrayList<>()).add(line));
        });
        rows.values().forEach(lines -> lines.sort(String::compareTo));
        return rows;
    }

    /** Without the id of a posting, and without the text that says why an account is locked. */
    private static String compared(String file, String line) {
        return file.equals("bill-lines.csv")
                ? line.substring(0, line.lastIndexOf(','))
                : line.replaceFirst(",locked,,,,.*", ",locked,,,,");
    }

    private static int revision(String path) {
        return Integer.parseInt(path.split("/")[1].substring(1));
    }
}
