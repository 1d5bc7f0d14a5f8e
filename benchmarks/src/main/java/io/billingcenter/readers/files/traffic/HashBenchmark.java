package io.billingcenter.readers.files.traffic;

import com.dynatrace.hash4j.hashing.HashValue128;
import com.dynatrace.hash4j.hashing.Hasher128;
import com.dynatrace.hash4j.hashing.Hashing;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Measures the nanoseconds to hash a text: the own XXH3 compared with the library's. In the package of the class that it
 * measures, which is not public. Lengths vary by up to seven bytes around the nominal one, as those of records do.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(3)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class HashBenchmark {

    private static final int TEXTS = 1_024;
    private static final Hasher128 LIBRARY = Hashing.xxh3_128();

    private final Xxh3 own = new Xxh3();
    private final byte[] bytes = new byte[1 << 18];
    private final int[] starts = new int[TEXTS];
    private final int[] ends = new int[TEXTS];

    /** Nominal length of a text in bytes: ids, and the parts of records after the id. */
    @Param({"20", "60", "75", "100", "200"})
    public int length;

    /** Draws the texts. */
    @Setup
    public void draw() {
        SplittableRandom random = new SplittableRandom(1);
        random.nextBytes(bytes);
        for (int text = 0; text < TEXTS; text++) {
            starts[text] = random.nextInt(bytes.length - 2 * length);
            ends[text] = starts[text] + length - 3 + random.nextInt(7);
        }
    }

    /** Hashes with the own class. */
    @Benchmark
    @OperationsPerInvocation(TEXTS)
    public long own() {
        long sum = 0;
        for (int text = 0; text < TEXTS; text++) {
            own.hash(bytes, starts[text], ends[text]);
            sum += own.high() ^ own.low();
        }
        return sum;
    }

    /** Hashes with the library. */
    @Benchmark
    @OperationsPerInvocation(TEXTS)
    public long library() {
        long sum = 0;
        for (int text = 0; text < TEXTS; text++) {
            HashValue128 value = LIBRARY.hashBytesTo128Bits(bytes, starts[text], ends[text] - starts[text]);
            sum += value.getMostSignificantBits() ^ value.getLeastSignificantBits();
        }
        return sum;
    }
}
