package io.billingcenter.domain.metering.fold;

import io.billingcenter.domain.usage.Measure;
import io.billingcenter.domain.usage.MeasureTier;
import java.math.BigInteger;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The sums of a fold by measure and tier, in an array so that adding a record needs no hashing. */
final class MeasureSums {

    private static final int TIERS = TierLookup.DAYS.length;

    private final @Nullable ExactSum[] sums = new ExactSum[Measure.values().length * TIERS];

    /**
     * Returns the sum to add to.
     *
     * @param tier index of the tier in {@link TierLookup#DAYS}
     */
    ExactSum of(Measure measure, int tier) {
        int position = measure.ordinal() * TIERS + tier;
        ExactSum sum = sums[position];
        if (sum == null) {
            sum = new ExactSum();
            sums[position] = sum;
        }
        return sum;
    }

    /** Returns the current value of a measure; 0 if nothing was added. */
    BigInteger value(MeasureTier tier) {
        ExactSum sum = sums[tier.measure().ordinal() * TIERS + TierLookup.indexOf(tier.retentionDays())];
        return sum == null ? BigInteger.ZERO : sum.value();
    }

    /** Returns the values other than zero. */
    SortedMap<MeasureTier, BigInteger> values() {
        return collect(ExactSum::value);
    }

    /** Returns the largest single value added to each sum, without zeros. */
    SortedMap<MeasureTier, BigInteger> largest() {
        return collect(ExactSum::largest);
    }

    private SortedMap<MeasureTier, BigInteger> collect(Function<ExactSum, BigInteger> figure) {
        SortedMap<MeasureTier, BigInteger> collected = new TreeMap<>();
        for (Measure measure : Measure.values()) {
            for (int tier = 0; tier < TIERS; tier++) {
                ExactSum sum = sums[measure.ordinal() * TIERS + tier];
                BigInteger value = sum == null ? BigInteger.ZERO : figure.apply(sum);
                if (value.signum() != 0) {
                    collected.put(new MeasureTier(measure, TierLookup.DAYS[tier]), value);
                }
            }
        }
        return collected;
    }
}
