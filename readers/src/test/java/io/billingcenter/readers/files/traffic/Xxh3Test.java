package io.billingcenter.readers.files.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import com.dynatrace.hash4j.hashing.HashValue128;
import com.dynatrace.hash4j.hashing.Hashing;
import java.util.Random;
import org.junit.jupiter.api.Test;

class Xxh3Test {

    @Test
    void agreesWithTheLibraryAtEveryLength() {
        Xxh3 hash = new Xxh3();
        for (int round = 0; round < 20; round++) {
            byte[] bytes = new byte[600];
            new Random(round).nextBytes(bytes);
            for (int length = 0; length <= 500; length++) {
                hash.hash(bytes, round, round + length);
                HashValue128 expected = Hashing.xxh3_128().hashBytesTo128Bits(bytes, round, length);
                assertThat(hash.high()).as("length %d", length).isEqualTo(expected.getMostSignificantBits());
                assertThat(hash.low()).as("length %d", length).isEqualTo(expected.getLeastSignificantBits());
            }
        }
    }
}
