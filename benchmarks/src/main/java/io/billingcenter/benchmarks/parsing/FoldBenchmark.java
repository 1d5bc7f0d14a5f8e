package io.billingcenter.benchmarks.parsing;

import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.metering.fold.MeteredDay;
import io.billingcenter.domain.metering.fold.WorkspaceDayFold;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.usage.TrafficKind;
import io.billingcenter.domain.usage.TrafficRecord;
import io.billingcenter.domain.usage.WorkspaceDay;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Measures the microseconds to fold a workspace-day of prepared records, which is the cost of the tables of
 * fingerprints. {@code ids} is de-duplication alone, {@code idsAndTraces} also has a distinct count. Sizes are below
 * and above the processor's cache.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 1, jvmArgsAppend = "-Xmx2g")
public class FoldBenchmark {

    private static final BillingDay DAY = BillingDay.parse("2026-10-15");
    private static final int SEED = 1;
    private static final int HOURS = 24;
    private static final int SPANS_OF_A_TRACE = 8;

    /** Number of records of the workspace-day. */
    @Param({"10000", "1000000"})
    public int records;

    private long[] ids = {};

    /** Draws the ids. */
    @Setup(Level.Trial)
    public void draw() {
        ids = new SplittableRandom(SEED).longs(2L * records).toArray();
    }

    /** Folds records that each have an id of their own and are only summed. */
    @Benchmark
    public MeteredDay ids() {
        return fold(TrafficKind.SMS);
    }

    /** Folds records that each have an id of their own and share a trace with seven others. */
    @Benchmark
    public MeteredDay idsAndTraces() {
        return fold(TrafficKind.SPAN);
    }

    private MeteredDay fold(TrafficKind kind) {
        WorkspaceDayFold fold = new WorkspaceDayFold(
                new WorkspaceDay(new WorkspaceId("wksp_1"), DAY), ReadingInput.terms(DAY), rejection -> {});
        fold.startFile("traffic.csv");
        TrafficRecord record = new TrafficRecord();
        record.kind = kind;
        record.count = 1;
        for (int index = 0; index < records; index++) {
            record.idHigh = ids[2 * index];
            record.idLow = ids[2 * index + 1];
            record.contentHigh = ~record.idHigh;
            record.contentLow = ~record.idLow;
            int trace = index - index % SPANS_OF_A_TRACE;
            record.entityHigh = ids[2 * trace];
            record.entityLow = ids[2 * trace + 1];
            record.hour = (int) ((long) index * HOURS / records);
            record.line = index + 2L;
            record.offset = index;
            fold.accept(record);
        }
        return fold.finish();
    }
}
