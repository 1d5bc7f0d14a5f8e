package io.billingcenter.benchmarks.parsing;

import io.billingcenter.readers.traffic.PlainTrafficReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * How long one file takes, on one thread and after rounds of warm-up that are not counted: merely counting its lines, this
 * suite's plain reader (which also validates, de-duplicates and folds), and Spring Batch's flat-file reader (which only
 * makes objects).
 */
public final class ReadingRates {

    private static final int WARM_UP_ROUNDS = 2;

    /** Something that reads the file. */
    private interface Reading {
        long read(ReadingInput input) throws Exception;
    }

    private record Contestant(String name, Reading reading, List<Long> micros) {}

    private final ReadingInput input;
    private final List<Contestant> contestants = List.of(
            new Contestant("counting newlines", file -> Newlines.count(file.file()) - 1, new ArrayList<>()),
            new Contestant("`PlainTrafficReader`: validated, folded", ReadingRates::plain, new ArrayList<>()),
            new Contestant(
                    "`FlatFileItemReader`: objects only", file -> FlatFile.read(file.file()), new ArrayList<>()));

    private ReadingRates(ReadingInput input) {
        this.input = input;
    }

    /**
     * Writes the file, reads it in turn by all, and returns a Markdown table of medians.
     *
     * @param folder folder for the file
     * @param rounds rounds that count
     */
    public static String measure(Path folder, long records, int rounds) throws Exception {
        ReadingRates rates = new ReadingRates(ReadingInput.write(folder, records));
        for (int round = 0; round < WARM_UP_ROUNDS; round++) {
            rates.round();
        }
        rates.contestants.forEach(contestant -> contestant.micros().clear());
        for (int round = 0; round < rounds; round++) {
            rates.round();
        }
        return rates.table();
    }

    private void round() throws Exception {
        for (Contestant contestant : contestants) {
            long start = System.nanoTime();
            long records = contestant.reading().read(input);
            contestant.micros().add(TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - start));
            if (records != input.records()) {
                throw new IllegalStateException("Expected " + input.records() + " records in " + input.file()
                        + ", found " + records + " by " + contestant.name());
            }
        }
    }

    private static long plain(ReadingInput input) throws IOException {
        return new PlainTrafficReader()
                .read(input.workspaceDay(), input.files(), input.terms(), rejection -> {
                    throw new IllegalStateException("Expected no rejection, found " + rejection);
                })
                .records();
    }

    private String table() throws IOException {
        StringBuilder table =
                new StringBuilder("| One file, one thread | ns a record | MiB/s | x counting newlines |\n");
        table.append("|---|--:|--:|--:|\n");
        long yardstick = median(contestants.get(0).micros());
        long bytes = Files.size(input.file());
        for (Contestant contestant : contestants) {
            long micros = Math.max(1, median(contestant.micros()));
            table.append(String.format(
                    Locale.ROOT,
                    "| %s | %,d | %,d | %,d |%n",
                    contestant.name(),
                    micros * 1_000 / input.records(),
                    bytes * 1_000_000 / micros >> 20,
                    micros / Math.max(1, yardstick)));
        }
        return table.toString();
    }

    private static long median(List<Long> figures) {
        return figures.stream().sorted().toList().get(figures.size() / 2);
    }
}
