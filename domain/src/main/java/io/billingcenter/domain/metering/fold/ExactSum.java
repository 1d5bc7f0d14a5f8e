package io.billingcenter.domain.metering.fold;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * An exact sum of whole numbers of any size. It stays in a {@code long} as long as the sum fits, and continues in a
 * {@link BigInteger} afterwards.
 */
final class ExactSum {

    private long small;
    private @Nullable BigInteger large;
    private long largest;
    private @Nullable BigInteger largestBeyond;

    void add(long value) {
        long sum = small + value;
        if (((small ^ sum) & (value ^ sum)) < 0) {
            spill();
            sum = value;
        }
        small = sum;
        if (value > largest) {
            largest = value;
        }
    }

    void addProduct(long left, long right) {
        if (Math.multiplyHigh(left, right) == 0 && left * right >= 0) {
            add(left * right);
        } else {
            BigInteger product = BigInteger.valueOf(left).multiply(BigInteger.valueOf(right));
            largestBeyond = largestBeyond == null ? product : largestBeyond.max(product);
            addLarge(product);
        }
    }

    private void addLarge(BigInteger value) {
        large = large == null ? value : large.add(value);
    }

    /** Returns the largest single value added, at least 0. */
    BigInteger largest() {
        BigInteger within = BigInteger.valueOf(largest);
        return largestBeyond == null ? within : largestBeyond.max(within);
    }

    BigInteger value() {
        BigInteger rest = BigInteger.valueOf(small);
        return large == null ? rest : large.add(rest);
    }

    private void spill() {
        addLarge(BigInteger.valueOf(small));
        small = 0;
    }
}
