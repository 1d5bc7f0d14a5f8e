package io.billingcenter.benchmarks.comparison;

import io.billingcenter.benchmarks.figures.Figures;
import io.billingcenter.benchmarks.figures.Finding;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The nights of two sides as Markdown tables: every pair, the medians, and the steps. */
final class NightTable {

    private static final int HUNDRED = 100;
    private static final int SECOND = 1_000;
    private static final int MEBIBYTE = 1_024;

    private final long records;
    private final String leftName;
    private final List<NightRun> left;
    private final String rightName;
    private final List<NightRun> right;

    /**
     * Creates the tables.
     *
     * @param records number of records of the traffic
     * @param right nights paired with those of the left side, or none
     */
    NightTable(long records, String leftName, List<NightRun> left, String rightName, List<NightRun> right) {
        this.records = records;
        this.leftName = leftName;
        this.left = List.copyOf(left);
        this.rightName = rightName;
        this.right = List.copyOf(right);
    }

    /** Returns the main findings: throughput and processor time. */
    List<Finding> findings() {
        return List.of(
                new Finding(
                        "records a second",
                        recordsPerSecond(left),
                        recordsPerSecond(right),
                        ratio(right, left, NightRun::wallMillis)),
                new Finding(
                        "CPU, s",
                        median(left, NightRun::cpuMillis, SECOND),
                        median(right, NightRun::cpuMillis, SECOND),
                        ratio(left, right, NightRun::cpuMillis)));
    }

    @Override
    public String toString() {
        return pairs() + "\n" + medians() + steps();
    }

    private String pairs() {
        String both = leftName + " | " + rightName + " | " + rightName + " / " + leftName;
        StringBuilder rows = new StringBuilder(
                "| Pair | Wall, s: " + both + " | CPU, s: " + both + " |\n|--:|--:|--:|--:|--:|--:|--:|\n");
        for (int pair = 0; pair < left.size(); pair++) {
            List<NightRun> other = right.isEmpty() ? right : right.subList(pair, pair + 1);
            List<NightRun> own = left.subList(pair, pair + 1);
            rows.append("| " + (pair + 1) + cells(own, other, NightRun::wallMillis, SECOND)
                    + cells(own, other, NightRun::cpuMillis, SECOND) + " |\n");
        }
        return rows.toString();
    }

    private String medians() {
        return "| Median of " + left.size() + " | " + leftName + " | " + rightName + " | " + rightName + " / "
                + leftName + " |\n|---|--:|--:|--:|\n"
                + row("wall, s", NightRun::wallMillis, SECOND)
                + row("CPU, s", NightRun::cpuMillis, SECOND)
                + row("of which the program", run -> run.usage().cpuMillis(), SECOND)
                + row("of which the server", NightRun::serverMillis, SECOND)
                + row("peak memory of the program, MiB", run -> run.usage().peakKilobytes(), MEBIBYTE);
    }

    private String steps() {
        Set<String> steps = new LinkedHashSet<>();
        left.forEach(run -> steps.addAll(run.steps().steps().keySet()));
        right.forEach(run -> steps.addAll(run.steps().steps().keySet()));
        if (steps.isEmpty()) {
            return "";
        }
        String both = leftName + " | " + rightName + " | " + rightName + " / " + leftName;
        StringBuilder rows = new StringBuilder("\n| Step | Seconds: " + both + " | CPU of the program: " + both
                + " |\n|---|--:|--:|--:|--:|--:|--:|\n");
        for (String step : steps) {
            rows.append("| `" + step + "`" + stepCells(run -> run.steps().wallMillis(step))
                    + stepCells(run -> run.steps().cpuMillis(step)) + " |\n");
        }
        rows.append("| start, end and between"
                + stepCells(run -> run.wallMillis() - run.steps().wallMillis())
                + stepCells(run -> run.usage().cpuMillis() - run.steps().cpuMillis()) + " |\n");
        return rows.toString();
    }

    private String stepCells(ToLongFunction<NightRun> figure) {
        List<NightRun> other =
                right.stream().anyMatch(run -> run.steps().steps().isEmpty()) ? List.of() : right;
        return cells(left, other, figure, SECOND);
    }

    private String row(String label, ToLongFunction<NightRun> figure, long unit) {
        return "| " + label + cells(left, right, figure, unit) + " |\n";
    }

    private String recordsPerSecond(List<NightRun> runs) {
        return Figures.perSecond(records, Figures.median(runs.stream().mapToLong(NightRun::wallMillis)));
    }

    private static String cells(List<NightRun> left, List<NightRun> right, ToLongFunction<NightRun> figure, long unit) {
        return " | " + median(left, figure, unit) + " | " + median(right, figure, unit) + " | "
                + ratio(right, left, figure);
    }

    private static String median(List<NightRun> runs, ToLongFunction<NightRun> figure, long unit) {
        return Figures.inUnits(Figures.median(runs.stream().mapToLong(figure)), unit);
    }

    /** Returns the median of the ratios of pairs. */
    private static String ratio(List<NightRun> of, List<NightRun> by, ToLongFunction<NightRun> figure) {
        if (of.isEmpty()
                || Stream.of(of, by).flatMap(List::stream).mapToLong(figure).anyMatch(value -> value <= 0)) {
            return Figures.UNKNOWN;
        }
        return Figures.hundredths(Figures.median(IntStream.range(0, of.size())
                .mapToLong(pair -> figure.applyAsLong(of.get(pair)) * HUNDRED / figure.applyAsLong(by.get(pair)))));
    }
}
