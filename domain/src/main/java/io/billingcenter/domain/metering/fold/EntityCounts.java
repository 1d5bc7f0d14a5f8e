package io.billingcenter.domain.metering.fold;

import io.billingcenter.domain.usage.Measure;
import io.billingcenter.domain.usage.TrafficRecord;
import java.util.Arrays;

/**
 * Adds distinct counts and daily maxima to the sums of a fold (billing rules 1.3). Every well-formed record is taken into
 * account, including duplicates and conflicts, and each entity by the slice that owns it.
 */
final class EntityCounts {

    private static final long NEVER = -1;
    private static final long REPLAY_LIMIT_SECONDS = 4 * 3600;
    private static final long DATAKIT_ALIVE_SECONDS = 12 * 3600;

    private final Slice slice;
    private final SubjectTable subjects;
    private final FoldTables tables;
    private final boolean tracksIds;
    private final TierLookup tiers;
    private final MeasureSums sums;
    private long[] storedBytesByRule = {};

    EntityCounts(Slice slice, SubjectTable subjects, FoldTables tables, TierLookup tiers, MeasureSums sums) {
        this.slice = slice;
        this.subjects = subjects;
        this.tables = tables;
        this.tracksIds = tables.tracksIds();
        this.tiers = tiers;
        this.sums = sums;
    }

    void countSeries(TrafficRecord record) {
        if (ownsEntity(record) && tables.series.add(record.entityHigh, record.entityLow)) {
            sums.of(Measure.SERIES, tiers.metric(record.subject)).add(1);
        }
    }

    void countTrace(TrafficRecord record) {
        if (ownsEntity(record) && tables.traces(record.hour).add(record.entityHigh, record.entityLow)) {
            sums.of(Measure.TRACE_IDS, tiers.trace(record.hour)).add(1);
        }
    }

    void countHost(TrafficRecord record) {
        if (ownsEntity(record) && tables.hosts.add(record.entityHigh, record.entityLow)) {
            sums.of(Measure.NETWORK_HOSTS, TierLookup.FLAT).add(1);
        }
    }

    /** The longest stay of a session decides, so a record adds only the increase of the session's weight. */
    void countSession(TrafficRecord record) {
        if (ownsEntity(record)) {
            int entry = tables.sessions.entry(record.entityHigh, record.entityLow);
            boolean first = tables.sessions.inserted();
            long largest = tables.sessions.value(entry, 0);
            if (first || record.seconds > largest) {
                tables.sessions.setValue(entry, 0, record.seconds);
                sums.of(Measure.REPLAY_SESSIONS, TierLookup.FLAT)
                        .add(sessionParts(record.seconds) - (first ? 0 : sessionParts(largest)));
            }
        }
    }

    private static long sessionParts(long seconds) {
        return Math.max(1, seconds / REPLAY_LIMIT_SECONDS);
    }

    /** A collector counts from the first record on that shows it alive for at least half of the day. */
    void countCollector(TrafficRecord record) {
        if (ownsEntity(record)) {
            int entry = tables.collectors.entry(record.entityHigh, record.entityLow);
            long largest = tables.collectors.value(entry, 0);
            if (record.seconds > largest) {
                tables.collectors.setValue(entry, 0, record.seconds);
                if (largest < DATAKIT_ALIVE_SECONDS && record.seconds >= DATAKIT_ALIVE_SECONDS) {
                    sums.of(Measure.DATAKITS, TierLookup.FLAT).add(1);
                }
            }
        }
    }

    private boolean ownsEntity(TrafficRecord record) {
        return tracksIds && slice.owns(record.entityHigh, record.entityLow);
    }

    void countStored(TrafficRecord record) {
        int rule = record.subject;
        if (rule >= storedBytesByRule.length) {
            int known = storedBytesByRule.length;
            storedBytesByRule = Arrays.copyOf(storedBytesByRule, Math.max(rule + 1, known * 2));
            Arrays.fill(storedBytesByRule, known, storedBytesByRule.length, NEVER);
        }
        long largest = storedBytesByRule[rule];
        // A maximum cannot be divided, so each rule belongs to one slice as a whole.
        if (record.bytes > largest && slice.owns(subjects.text(rule))) {
            storedBytesByRule[rule] = record.bytes;
            // Only the increase is added, so that the sum over all rules is always up to date.
            sums.of(Measure.FORWARD_STORED_BYTES, TierLookup.FLAT).add(record.bytes - Math.max(0, largest));
        }
    }
}
