package io.billingcenter.benchmarks.comparison;

import java.util.Map;
import java.util.TreeMap;

/** The processor time that a process had used at moments of its life; between them it is interpolated. */
final class CpuTimeline {

    private final TreeMap<Long, Long> used = new TreeMap<>();

    /**
     * Adds a moment.
     *
     * @param moment milliseconds of the clock
     * @param cpuMillis processor time until then; 0, which an ended process has, is left out
     */
    void add(long moment, long cpuMillis) {
        if (cpuMillis > 0) {
            used.put(moment, cpuMillis);
        }
    }

    /** Returns the processor time between two moments, in milliseconds. */
    long between(long from, long to) {
        return at(to) - at(from);
    }

    private long at(long moment) {
        Map.Entry<Long, Long> before = used.floorEntry(moment);
        Map.Entry<Long, Long> after = used.ceilingEntry(moment);
        if (before == null || after == null || before.getKey().equals(after.getKey())) {
            return before != null ? before.getValue() : after != null ? after.getValue() : 0;
        }
        long share = (after.getValue() - before.getValue()) * (moment - before.getKey());
        return before.getValue() + share / (after.getKey() - before.getKey());
    }
}
