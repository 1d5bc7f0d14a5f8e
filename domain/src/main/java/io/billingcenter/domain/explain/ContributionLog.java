package io.billingcenter.domain.explain;

import io.billingcenter.domain.metering.fold.WorkspaceDayFold;
import io.billingcenter.domain.usage.MeasureTier;
import io.billingcenter.domain.usage.RecordPlace;
import java.math.BigInteger;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/**
 * Watches a fold and tells which records make a difference to the measures asked for. No rule is repeated here: a record
 * brings what the fold amounts to more with it.
 */
public final class ContributionLog {

    private final WorkspaceDayFold fold;
    private final List<MeasureTier> measures;
    private final BigInteger[] sums;
    private final Consumer<Contribution> sink;

    /** A log of a fold without records yet. */
    public ContributionLog(WorkspaceDayFold fold, Collection<MeasureTier> measures, Consumer<Contribution> sink) {
        this.fold = fold;
        this.measures = List.copyOf(measures);
        this.sums = new BigInteger[this.measures.size()];
        java.util.Arrays.fill(sums, BigInteger.ZERO);
        this.sink = sink;
    }

    /** Tells that the record at the place was folded last. */
    public void folded(String file, long line, long offset) {
        for (int index = 0; index < sums.length; index++) {
            MeasureTier measure = measures.get(index);
            BigInteger sum = fold.currentSum(measure);
            if (!sum.equals(sums[index])) {
                sink.accept(new Contribution(new RecordPlace(file, line, offset), measure, sum.subtract(sums[index])));
                sums[index] = sum;
            }
        }
    }
}
