package io.billingcenter.domain.metering.fold;

import static org.assertj.core.api.Assertions.assertThat;

import io.billingcenter.domain.usage.Measure;
import io.billingcenter.domain.usage.MeasureTier;
import io.billingcenter.domain.usage.Meter;
import java.math.BigInteger;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compares sums by measure and tier with a map of {@link BigInteger}. */
class MeasureSumsTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void sumsAndLargestValuesAreThoseOfAMap(long seed) {
        Random random = new Random(seed);
        MeasureSums sums = new MeasureSums();
        SortedMap<MeasureTier, BigInteger> expected = new TreeMap<>();
        SortedMap<MeasureTier, BigInteger> largest = new TreeMap<>();
        for (int i = 0; i < 300; i++) {
            Measure measure = Measure.values()[random.nextInt(Measure.values().length)];
            int tier = random.nextInt(TierLookup.DAYS.length);
            long left = random.nextInt(5) == 0 ? Long.MAX_VALUE - random.nextInt(9) : random.nextInt(1_000);
            long right = random.nextInt(4);
            BigInteger product = BigInteger.valueOf(left).multiply(BigInteger.valueOf(right));
            sums.of(measure, tier).addProduct(left, right);
            MeasureTier key = new MeasureTier(measure, TierLookup.DAYS[tier]);
            expected.merge(key, product, BigInteger::add);
            largest.merge(key, product, BigInteger::max);
        }
        expected.forEach((key, value) -> assertThat(sums.value(key)).isEqualTo(value));
        expected.values().removeIf(value -> value.signum() == 0);
        largest.values().removeIf(value -> value.signum() == 0);
        assertThat(sums.values()).isEqualTo(expected);
        assertThat(sums.largest()).isEqualTo(largest);
    }

    @Test
    void nothingWasAddedAtFirst() {
        MeasureSums sums = new MeasureSums();
        assertThat(sums.values()).isEmpty();
        assertThat(sums.largest()).isEmpty();
        assertThat(sums.value(new MeasureTier(Measure.SPANS, Meter.FLAT))).isZero();
    }

    @Test
    void flatMetersHaveTheFirstTier() {
        assertThat(TierLookup.DAYS[TierLookup.FLAT]).isEqualTo(Meter.FLAT);
    }
}
