package io.billingcenter.domain.metering.fold;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The tables that a fold of records needs: the ids of all records, and the entities that are counted. A fold begins by
 * clearing them, so one fold after the other can use the same memory. Not for several folds at once.
 */
public final class FoldTables {

    private static final int HOURS = 24;

    private final TableMemory memory;
    private final boolean withoutTracking;

    /** Ids, each with the fingerprint of its content and its place. */
    final FingerprintTable ids;

    final FingerprintTable series;
    final FingerprintTable hosts;

    /** Sessions, each with its largest seconds. */
    final FingerprintTable sessions;

    /** Collectors, each with its largest seconds. */
    final FingerprintTable collectors;

    private @Nullable FingerprintTable[] tracesByHour = new FingerprintTable[HOURS];

    /** Empty tables that take as much memory as they need. */
    public FoldTables() {
        this(Long.MAX_VALUE);
    }

    /**
     * Empty tables.
     *
     * @param mostBytes what they may take together; a fold that would need more throws {@link TablesFullException}
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
     * Tables in which nothing is kept: every record counts, and entities are not counted. Wrong for billing; what exactness
     * costs is measured against it.
     */
    public static FoldTables withoutTracking() {
        return new FoldTables(0, true);
    }

    /** Whether ids and entities are kept. */
    boolean tracksIds() {
        return !withoutTracking;
    }

    /** Takes out everything. */
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

    /** The trace ids of an hour of the billing day. */
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
