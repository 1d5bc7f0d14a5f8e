package io.billingcenter.domain.metering.fold;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The tables a fold needs: the ids of all records, and the entities that are counted. A fold clears them when it
 * starts, so that consecutive folds can reuse the memory. Tables must not be shared by folds that run at the same time.
 */
public final class FoldTables {

    private static final int HOURS = 24;

    private final TableMemory memory;
    private final boolean withoutTracking;

    /** Record ids, each with the fingerprint of its content and its place. */
    final FingerprintTable ids;

    final FingerprintTable series;
    final FingerprintTable hosts;

    /** Sessions, each with its largest number of seconds. */
    final FingerprintTable sessions;

    /** Collectors, each with their largest number of seconds. */
    final FingerprintTable collectors;

    private @Nullable FingerprintTable[] tracesByHour = new FingerprintTable[HOURS];

    /** Creates empty tables without a memory limit. */
    public FoldTables() {
        this(Long.MAX_VALUE);
    }

    /**
     * Creates empty tables with a memory limit.
     *
     * @param mostBytes limit for all tables together; a fold that needs more throws {@link TablesFullException}
     */
    public FoldTables(long mostBytes) {
        this(mostBytes, false);
    }

    private FoldTables(long mostBytes, boolean withoutTracking) {
        this.withoutTracking = withoutTracking;
        memory = new TableMemory(mostBytes);
        ids = new FingerprintTable(3, memory);
        series = new FingerprintTable(0, memory);
        hosts = new FingerprintTable(0, memory);
        sessions = new FingerprintTable(1, memory);
        collectors = new FingerprintTable(1, memory);
    }

    /**
     * Creates tables that store nothing: every record counts, and entities are not counted. The results are wrong for
     * billing; the benchmarks use this to measure the cost of exactness.
     */
    public static FoldTables withoutTracking() {
        return new FoldTables(0, true);
    }

    /** Returns whether ids and entities are stored. */
    boolean tracksIds() {
        return !withoutTracking;
    }

    /** Removes all ids and entities. */
    void clear() {
        ids.clear();
        series.clear();
        hosts.clear();
        sessions.clear();
        collectors.clear();
        for (FingerprintTable traces : tracesByHour) {
            if (traces != null) {
                traces.clear();
            }
        }
    }

    /** Returns the table of the trace ids of an hour of the billing day. */
    FingerprintTable traces(int hour) {
        if (hour >= tracesByHour.length) {
            tracesByHour = Arrays.copyOf(tracesByHour, hour + 1);
        }
        FingerprintTable traces = tracesByHour[hour];
        if (traces == null) {
            traces = new FingerprintTable(0, memory);
            tracesByHour[hour] = traces;
        }
        return traces;
    }
}
