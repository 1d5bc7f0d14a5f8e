package io.billingcenter.domain.usage;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** A sum of whole numbers that is exact at any size: a {@code long} as long as it fits, then going on beyond. */
final class ExactSum {

    private long small;
    private @Nullable BigInteger large;

    void add(long value) {
        long sum = small + value;
        if (((small ^ sum) & (value ^ sum)) < 0) {
            spill();
            sum = value;
        }
        small = sum;
    }

    void addProduct(long left, long right) {
        if (Math.multiplyHigh(left, right) == 0 && left * right >= 0) {
            add(left * right);
        } else {
            add(BigInteger.valueOf(left).multiply(BigInteger.valueOf(right)));
        }
    }

    void add(BigInteger value) {
        large = large == null ? value : large.add(value);
    }

    BigInteger value() {
        BigInteger rest = BigInteger.valueOf(small);
        return large == null ? rest : large.add(rest);
    }

    private void spill() {
        add(BigInteger.valueOf(small));
        small = 0;
    }
}
