package io.billingcenter.domain.metering.plan;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.IntStream;

/**
 * Distributes work over bins of about equal size: items are assigned by descending size, each to the bin with the
 * smallest load.
 */
public final class PartitionPlan {

    /** The fixed cost of any workspace-day, expressed in bytes: opening its files and storing its rows. */
    private static final long FIXED_COST_BYTES = 32 * 1024;

    private record Bin(int number, long bytes) {}

    private PartitionPlan() {}

    /**
     * Returns the bin of every item.
     *
     * @param sizes sizes in bytes
     * @param bins number of bins, at least 1
     * @return bin numbers from 0, in the order of the sizes
     */
    public static int[] assign(List<Long> sizes, int bins) {
        PriorityQueue<Bin> emptiest =
                new PriorityQueue<>(Comparator.comparingLong(Bin::bytes).thenComparingInt(Bin::number));
        IntStream.range(0, bins).forEach(number -> emptiest.add(new Bin(number, 0)));
        int[] assigned = new int[sizes.size()];
        IntStream.range(0, sizes.size())
                .boxed()
                .sorted(Comparator.comparing(sizes::get, Comparator.reverseOrder()))
                .forEach(item -> {
                    Bin bin = emptiest.remove();
                    assigned[item] = bin.number();
                    emptiest.add(new Bin(bin.number(), bin.bytes() + sizes.get(item) + FIXED_COST_BYTES));
                });
        return assigned;
    }
}
