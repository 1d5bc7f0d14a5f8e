package io.billingcenter.benchmarks.comparison;

import io.billingcenter.benchmarks.figures.Figures;
import io.billingcenter.benchmarks.figures.Finding;
import io.billingcenter.benchmarks.figures.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The time and memory of the suite for traffic of several sizes, and the line through the medians of its times. */
final class GrowthTable {

    private static final double MILLION = 1e6;
    private static final double MILLIS = 1e3;
    private static final int MEBIBYTE = 1_024;
    private static final int HUNDRED = 100;

    /** The runs for traffic of one size. */
    record Size(long records, Side runs) {
        long wallMillis() {
            return runs.median(ProcessUsage::wallMillis);
        }

        long peakKilobytes() {
            return runs.median(ProcessUsage::peakKilobytes);
        }
    }

    private final List<Size> sizes;

    /**
     * Creates a table.
     *
     * @param sizes from the smallest to the largest, at least two
     */
    GrowthTable(List<Size> sizes) {
        this.sizes = List.copyOf(sizes);
    }

    List<Finding> findings() {
        Line line = line();
        Size last = sizes.get(sizes.size() - 1);
        Size before = sizes.get(sizes.size() - 2);
        return List.of(
                new Finding(
                        "wall time as a line, R2",
                        decimal(line.start(), 2) + " s + " + decimal(line.slope(), 3) + " s a million",
                        Figures.UNKNOWN,
                        decimal(line.determination(), 5)),
                new Finding(
                        "peak memory, MiB, at " + Figures.count(last.records()) + " records beside "
                                + Figures.count(before.records()),
                        Figures.inUnits(last.peakKilobytes(), MEBIBYTE),
                        Figures.inUnits(before.peakKilobytes(), MEBIBYTE),
                        before.peakKilobytes() == 0
                                ? Figures.UNKNOWN
                                : Figures.hundredths(last.peakKilobytes() * HUNDRED / before.peakKilobytes())));
    }

    @Override
    public String toString() {
        List<String> lines = new ArrayList<>();
        lines.add("| Records, median of " + sizes.get(0).runs().runs().size()
                + " | wall, s | CPU, s | peak memory, MiB | records a second | the line says, s |");
        lines.add("|--:|--:|--:|--:|--:|--:|");
        Line line = line();
        for (Size size : sizes) {
            lines.add("| " + Figures.count(size.records()) + " | " + Figures.inUnits(size.wallMillis(), 1_000) + " | "
                    + Figures.inUnits(size.runs().median(ProcessUsage::cpuMillis), 1_000) + " | "
                    + Figures.inUnits(size.peakKilobytes(), MEBIBYTE) + " | "
                    + Figures.perSecond(size.records(), size.wallMillis()) + " | "
                    + decimal(line.start() + line.slope() * (size.records() / MILLION), 2) + " |");
        }
        lines.add("");
        lines.add("wall = " + decimal(line.start(), 2) + " s + " + decimal(line.slope(), 3)
                + " s x millions of records, R2 = " + decimal(line.determination(), 5));
        lines.add("");
        return String.join("\n", lines);
    }

    private Line line() {
        return Line.through(
                sizes.stream().mapToDouble(size -> size.records() / MILLION).toArray(),
                sizes.stream().mapToDouble(size -> size.wallMillis() / MILLIS).toArray());
    }

    private static String decimal(double number, int decimals) {
        return String.format(Locale.ROOT, "%." + decimals + "f", number);
    }
}
