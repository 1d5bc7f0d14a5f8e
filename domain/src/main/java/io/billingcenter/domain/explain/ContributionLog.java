package io.billingcenter.domain.explain;

import io.billingcenter.domain.metering.fold.WorkspaceDayFold;
import io.billingcenter.domain.usage.MeasureTier;
import io.billingcenter.domain.usage.RecordPlace;
import java.math.BigInteger;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/**
 * Observes a fold and reports the records that change the given measures. No billing rule is repeated here: the
 * contribution of a record is the change in the result of the fold.
 */
public final class ContributionLog {

    private final WorkspaceDayFold fold;
    private final List<MeasureTier> measures;
    private final BigInteger[] sums;
    private final Consumer<Contribution> sink;

    /** Creates a log for a fold that has no records yet. */
    public ContributionLog(WorkspaceDayFold fold, Collection<MeasureTier> measures, Consumer<Contribution> sink) {
        this.fold = fold;
        this.measures = List.copyOf(measures);
        this.sums = new BigInteger[this.measures.size()];
        java.util.Arrays.fill(sums, BigInteger.ZERO);
        this.sink = sink;
    }

    /** Reports the contributions of the record that was folded last. */
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
