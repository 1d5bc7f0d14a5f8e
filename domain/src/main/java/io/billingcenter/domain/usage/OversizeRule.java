package io.billingcenter.domain.usage;

/** How an oversize item is counted as several (billing rules 1.3.2, reading Q2): the rounding, and what a KB is. */
public enum OversizeRule {
    /** Whole limits only, a KB of 1,024 bytes. */
    FLOOR_1024(1024, false),
    /** Whole limits only, a KB of 1,000 bytes. */
    FLOOR_1000(1000, false),
    /** A started limit counts, a KB of 1,024 bytes. */
    CEIL_1024(1024, true),
    /** A started limit counts, a KB of 1,000 bytes. */
    CEIL_1000(1000, true);

    private final int kilobyte;
    private final boolean startedCounts;

    OversizeRule(int kilobyte, boolean startedCounts) {
        this.kilobyte = kilobyte;
        this.startedCounts = startedCounts;
    }

    /** A limit given in KB, in bytes. */
    public long limitBytes(int kilobytes) {
        return (long) kilobytes * kilobyte;
    }

    /** How many an item of that size counts: at least 1. */
    public long parts(long bytes, long limitBytes) {
        if (bytes <= limitBytes) {
            return 1;
        }
        return startedCounts ? (bytes - 1) / limitBytes + 1 : bytes / limitBytes;
    }
}
