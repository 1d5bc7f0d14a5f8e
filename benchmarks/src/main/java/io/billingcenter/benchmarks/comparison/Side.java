package io.billingcenter.benchmarks.comparison;

import io.billingcenter.benchmarks.figures.Figures;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * One side of a comparison.
 *
 * @param name its name
 * @param runs the usage of its runs; none if it did not run
 */
record Side(String name, List<ProcessUsage> runs) {

    Side {
        runs = List.copyOf(runs);
    }

    /** Returns the median of a figure; 0 if it is not known. */
    long median(ToLongFunction<ProcessUsage> figure) {
        return Figures.median(runs.stream().mapToLong(figure));
    }
}
