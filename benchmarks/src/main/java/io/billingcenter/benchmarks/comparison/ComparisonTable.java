package io.billingcenter.benchmarks.comparison;

import io.billingcenter.benchmarks.figures.Figures;
import io.billingcenter.benchmarks.figures.Finding;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;

/** The medians of two sides and the medians of the ratios of pairs, as a Markdown table. */
public final class ComparisonTable {

    private static final int HUNDRED = 100;
    private static final int MEBIBYTE = 1_024;

    private final String heading;
    private final long records;
    private final Side left;
    private final Side right;

    /**
     * Creates a table.
     *
     * @param right runs paired with those of the left side, or none
     */
    ComparisonTable(String heading, long records, Side left, Side right) {
        this.heading = heading;
        this.records = records;
        this.left = left;
        this.right = right;
    }

    /** Returns the main findings: throughput and memory. */
    public List<Finding> findings() {
        return List.of(
                new Finding(
                        "records a second",
                        recordsPerSecond(left),
                        recordsPerSecond(right),
                        ratio(right, left, ProcessUsage::wallMillis)),
                new Finding(
                        "peak memory, MiB",
                        Figures.inUnits(left.median(ProcessUsage::peakKilobytes), MEBIBYTE),
                        Figures.inUnits(right.median(ProcessUsage::peakKilobytes), MEBIBYTE),
                        ratio(left, right, ProcessUsage::peakKilobytes)));
    }

    @Override
    public String toString() {
        return String.join(
                "\n",
                heading,
                "",
                "| Median of " + left.runs().size() + " | " + left.name() + " | " + right.name() + " | " + right.name()
                        + " / " + left.name() + " |",
                "|---|--:|--:|--:|",
                row("wall, s", ProcessUsage::wallMillis, 1_000),
                row("CPU, s", ProcessUsage::cpuMillis, 1_000),
                row("peak memory, MiB", ProcessUsage::peakKilobytes, MEBIBYTE),
                "| records a second | " + recordsPerSecond(left) + " | " + recordsPerSecond(right) + " | |",
                "");
    }

    private String row(String label, ToLongFunction<ProcessUsage> figure, long unit) {
        return "| " + label + " | " + Figures.inUnits(left.median(figure), unit) + " | "
                + Figures.inUnits(right.median(figure), unit) + " | " + ratio(right, left, figure) + " |";
    }

    /** Returns the median of the ratios of pairs. */
    private static String ratio(Side of, Side by, ToLongFunction<ProcessUsage> figure) {
        if (of.runs().isEmpty()
                || by.runs().isEmpty()
                || by.runs().stream().mapToLong(figure).anyMatch(n -> n == 0)) {
            return Figures.UNKNOWN;
        }
        return Figures.hundredths(Figures.median(IntStream.range(0, of.runs().size())
                .mapToLong(pair -> figure.applyAsLong(of.runs().get(pair))
                        * HUNDRED
                        / figure.applyAsLong(by.runs().get(pair)))));
    }

    private String recordsPerSecond(Side side) {
        return Figures.perSecond(records, side.median(ProcessUsage::wallMillis));
    }
}
