package io.billingcenter.benchmarks.comparison;

import io.billingcenter.benchmarks.figures.Figures;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * What takes part in a comparison.
 *
 * @param name what it is called
 * @param runs what its runs took; none when it did not take part
 */
record Side(String name, List<ProcessUsage> runs) {

    Side {
        runs = List.copyOf(runs);
    }

    /** The median of a figure; 0 when it is not known. */
    long median(ToLongFunction<ProcessUsage> figure) {
        return Figures.median(runs.stream().mapToLong(figure));
    }
}
