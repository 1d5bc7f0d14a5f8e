package io.billingcenter.domain.metering.fold;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExactSumTest {

    @Test
    void isZeroAtFirst() {
        assertThat(new ExactSum().value()).isZero();
    }

    @Test
    void goesOnBeyondLong() {
        ExactSum sum = new ExactSum();
        sum.add(Long.MAX_VALUE);
        sum.add(1);
        assertThat(sum.value()).isEqualTo("9223372036854775808");
        sum.add(Long.MAX_VALUE);
        assertThat(sum.value()).isEqualTo("18446744073709551615");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 9223372036854775807, 0",
        "3, 5, 15",
        "1, 9223372036854775807, 9223372036854775807",
        "2, 4611686018427387904, 9223372036854775808",
        "4294967296, 4294967296, 18446744073709551616",
        "3037000500, 3037000500, 9223372037000250000",
        "9223372036854775807, 9223372036854775807, 85070591730234615847396907784232501249"
    })
    void addsAProductOfAnySize(long left, long right, BigInteger product) {
        ExactSum sum = new ExactSum();
        sum.addProduct(left, right);
        sum.addProduct(right, left);
        assertThat(sum.value()).isEqualTo(product.add(product));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void agreesWithBigNumbers(long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        ExactSum sum = new ExactSum();
        BigInteger expected = BigInteger.ZERO;
        for (int round = 0; round < 2_000; round++) {
            long left = random.nextLong(1L << random.nextInt(1, 63));
            long right = random.nextLong(1L << random.nextInt(1, 63));
            sum.add(left);
            sum.addProduct(left, right);
            expected = expected.add(BigInteger.valueOf(left))
                    .add(BigInteger.valueOf(left).multiply(BigInteger.valueOf(right)));
            assertThat(sum.value()).isEqualTo(expected);
        }
    }
}
