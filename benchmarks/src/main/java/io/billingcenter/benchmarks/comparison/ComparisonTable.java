package io.billingcenter.benchmarks.comparison;

import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Medians of both sides and the medians of the ratios of pairs, as a Markdown table. */
public final class ComparisonTable {

    private static final String UNKNOWN = "-";

    private final String heading;
    private final long records;
    private final List<ProcessUsage> suite;
    private final List<ProcessUsage> duckDb;

    /**
     * A table.
     *
     * @param duckDb runs of DuckDB, each beside that of the suite; or none
     */
    ComparisonTable(String heading, long records, List<ProcessUsage> suite, List<ProcessUsage> duckDb) {
        this.heading = heading;
        this.records = records;
        this.suite = List.copyOf(suite);
        this.duckDb = List.copyOf(duckDb);
    }

    @Override
    public String toString() {
        return String.join(
                "\n",
                heading,
                "",
                "| Median of " + suite.size() + " | Suite | DuckDB | DuckDB / suite |",
                "|---|--:|--:|--:|",
                row("wall, s", ProcessUsage::wallMillis, 1_000),
                row("CPU, s", ProcessUsage::cpuMillis, 1_000),
                row("peak memory, MiB", ProcessUsage::peakKilobytes, 1_024),
                "| records a second | " + recordsPerSecond(suite) + " | " + recordsPerSecond(duckDb) + " | |",
                "");
    }

    private String row(String what, ToLongFunction<ProcessUsage> figure, long unit) {
        return "| " + what + " | " + inUnits(median(suite, figure), unit) + " | "
                + inUnits(median(duckDb, figure), unit) + " | " + ratio(figure) + " |";
    }

    private String ratio(ToLongFunction<ProcessUsage> figure) {
        if (duckDb.isEmpty() || suite.stream().mapToLong(figure).anyMatch(value -> value == 0)) {
            return UNKNOWN;
        }
        LongStream hundredths = IntStream.range(0, suite.size())
                .mapToLong(pair -> figure.applyAsLong(duckDb.get(pair)) * 100 / figure.applyAsLong(suite.get(pair)));
        return decimal(median(hundredths));
    }

    private String recordsPerSecond(List<ProcessUsage> runs) {
        long millis = median(runs, ProcessUsage::wallMillis);
        return millis == 0 ? UNKNOWN : String.format(Locale.ROOT, "%,d", records * 1_000 / millis);
    }

    private static String inUnits(long value, long unit) {
        return value == 0 ? UNKNOWN : decimal(value * 100 / unit);
    }

    private static String decimal(long hundredths) {
        return String.format(Locale.ROOT, "%,d.%02d", hundredths / 100, hundredths % 100);
    }

    private static long median(List<ProcessUsage> runs, ToLongFunction<ProcessUsage> figure) {
        return median(runs.stream().mapToLong(figure));
    }

    private static long median(LongStream figures) {
        long[] sorted = figures.sorted().toArray();
        if (sorted.length == 0) {
            return 0;
        }
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }
}
