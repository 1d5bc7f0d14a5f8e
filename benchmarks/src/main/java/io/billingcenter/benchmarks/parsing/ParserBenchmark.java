package io.billingcenter.benchmarks.parsing;

import io.billingcenter.domain.metering.fold.MeteredDay;
import io.billingcenter.readers.files.traffic.FastTrafficReader;
import io.billingcenter.readers.files.traffic.PlainTrafficReader;
import io.billingcenter.readers.files.traffic.TrafficReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Measures the nanoseconds per record of one file in the page cache with one thread: a reader with validation and
 * folding, compared with counting the newlines of the same file. With {@code -prof gc} also the bytes allocated per
 * record.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class ParserBenchmark {

    private static final int RECORDS = 200_000;

    private final TrafficReader fastReader = new FastTrafficReader();
    private final TrafficReader plainReader = new PlainTrafficReader();

    @SuppressWarnings("NullAway.Init") // set by write()
    private ReadingInput input;

    /** Writes the file. */
    @Setup(Level.Trial)
    public void write() throws IOException {
        Path folder = Files.createTempDirectory("parser-benchmark");
        input = ReadingInput.write(folder, RECORDS);
        input.file().toFile().deleteOnExit();
    }

    /** Counts newlines, as the yardstick. */
    @Benchmark
    @OperationsPerInvocation(RECORDS)
    public long newlines() throws IOException {
        return Newlines.count(input.file());
    }

    /** Reads with the fast reader. */
    @Benchmark
    @OperationsPerInvocation(RECORDS)
    public MeteredDay fastReader() throws IOException {
        return fastReader.read(input.workspaceDay(), input.files(), input.terms(), rejection -> {});
    }

    /** Reads with the plain reader. */
    @Benchmark
    @OperationsPerInvocation(RECORDS)
    public MeteredDay plainReader() throws IOException {
        return plainReader.read(input.workspaceDay(), input.files(), input.terms(), rejection -> {});
    }
}
