package io.billingcenter.benchmarks.parsing;

import io.billingcenter.benchmarks.figures.Figures;
import io.billingcenter.benchmarks.figures.Finding;
import io.billingcenter.benchmarks.figures.Report;
import io.billingcenter.readers.files.traffic.FastTrafficReader;
import io.billingcenter.readers.files.traffic.PlainTrafficReader;
import io.billingcenter.readers.files.traffic.TrafficReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Measures the cost of one file for one thread, after rounds of warm-up that are not counted: counting its lines, this
 * suite's two readers (which also validate, de-duplicate and fold), and Spring Batch's flat-file reader (which only
 * creates objects). The processor time of the thread is counted, so that a busy machine has less effect; all take
 * turns.
 */
public final class ReadingRates {

    private static final int WARM_UP_ROUNDS = 5;
    private static final int NEWLINES = 0;
    private static final int FAST = 1;
    private static final int SUMS_ONLY = 2;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /** A way to read the file. */
    private interface Reading {
        long read(ReadingInput input) throws Exception;
    }

    private record Contestant(String name, Reading reading, List<Long> nanos) {}

    private final ReadingInput input;
    private final List<Contestant> contestants = List.of(
            new Contestant("counting newlines", file -> Newlines.count(file.file()) - 1, new ArrayList<>()),
            new Contestant(
                    "`FastTrafficReader`: validated, folded",
                    file -> read(new FastTrafficReader(), file),
                    new ArrayList<>()),
            new Contestant(
                    "the same, neither ids nor entities kept",
                    file -> read(FastTrafficReader.ofSumsOnly(), file),
                    new ArrayList<>()),
            new Contestant(
                    "`PlainTrafficReader`: validated, folded",
                    file -> read(new PlainTrafficReader(), file),
                    new ArrayList<>()),
            new Contestant(
                    "`FlatFileItemReader`: objects only", file -> FlatFile.read(file.file()), new ArrayList<>()));

    private ReadingRates(ReadingInput input) {
        this.input = input;
    }

    /**
     * Writes the file and reads it in turn in all ways; the report has medians.
     *
     * @param folder folder for the file
     * @param rounds number of counted rounds
     */
    public static Report measure(Path folder, long records, int rounds) throws Exception {
        ReadingRates rates = new ReadingRates(ReadingInput.write(folder, records));
        for (int round = 0; round < WARM_UP_ROUNDS; round++) {
            rates.round();
        }
        rates.contestants.forEach(contestant -> contestant.nanos().clear());
        for (int round = 0; round < rounds; round++) {
            rates.round();
        }
        return rates.report();
    }

    private void round() throws Exception {
        for (Contestant contestant : contestants) {
            long start = THREADS.getCurrentThreadCpuTime();
            long records = contestant.reading().read(input);
            contestant.nanos().add(Math.max(1, THREADS.getCurrentThreadCpuTime() - start));
            if (records != input.records()) {
                throw new IllegalStateException("Expected " + input.records() + " records in " + input.file()
                        + ", found " + records + " by " + contestant.name());
            }
        }
    }

    private static long read(TrafficReader reader, ReadingInput input) throws IOException {
        return reader.read(input.workspaceDay(), input.files(), input.terms(), rejection -> {
                    throw new IllegalStateException("Expected no rejection, found " + rejection);
                })
                .records();
    }

    private Report report() throws IOException {
        long bytes = Files.size(input.file());
        List<String> lines = new ArrayList<>();
        lines.add(Figures.count(input.records()) + " records, " + (bytes >> 20) + " MiB; processor time of one thread");
        lines.add("");
        lines.add("| Median of " + contestants.get(NEWLINES).nanos().size()
                + " | ns a record | MiB/s | x counting newlines |");
        lines.add("|---|--:|--:|--:|");
        for (Contestant contestant : contestants) {
            long nanos = median(contestant);
            lines.add("| " + contestant.name() + " | " + nanosPerRecord(contestant) + " | "
                    + Figures.count(bytes * 1_000_000 / Math.max(1, nanos / 1_000) >> 20) + " | "
                    + timesOfNewlines(contestant) + " |");
        }
        lines.add("");
        return new Report(
                String.join("\n", lines),
                List.of(
                        besideNewlines("ns a record, beside counting newlines", contestants.get(FAST)),
                        besideNewlines("the same, neither ids nor entities kept", contestants.get(SUMS_ONLY))));
    }

    private Finding besideNewlines(String label, Contestant contestant) {
        return new Finding(
                label,
                nanosPerRecord(contestant),
                nanosPerRecord(contestants.get(NEWLINES)),
                timesOfNewlines(contestant));
    }

    private String nanosPerRecord(Contestant contestant) {
        return Figures.tenths(median(contestant) * 10 / input.records());
    }

    /** Returns the median of the ratios of rounds. */
    private String timesOfNewlines(Contestant contestant) {
        List<Long> newlines = contestants.get(NEWLINES).nanos();
        LongStream tenths = IntStream.range(0, newlines.size())
                .mapToLong(round -> contestant.nanos().get(round) * 10 / newlines.get(round));
        return Figures.tenths(Figures.median(tenths));
    }

    private static long median(Contestant contestant) {
        return Figures.median(contestant.nanos().stream().mapToLong(Long::longValue));
    }
}
