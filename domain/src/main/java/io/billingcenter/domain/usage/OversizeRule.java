package io.billingcenter.domain.usage;

/**
 * The rule for counting an oversize item as several (billing rules 1.3.2, reading Q2): the rounding and the size of a
 * KB.
 */
public enum OversizeRule {
    /** Counts complete limits only, with 1,024 bytes per KB. */
    FLOOR_1024(1024, false),
    /** Counts complete limits only, with 1,000 bytes per KB. */
    FLOOR_1000(1000, false),
    /** Counts a started limit, with 1,024 bytes per KB. */
    CEIL_1024(1024, true),
    /** Counts a started limit, with 1,000 bytes per KB. */
    CEIL_1000(1000, true);

    private final int kilobyte;
    private final boolean startedCounts;

    OversizeRule(int kilobyte, boolean startedCounts) {
        this.kilobyte = kilobyte;
        this.startedCounts = startedCounts;
    }

    /** Converts a limit from KB to bytes. */
    public long limitBytes(int kilobytes) {
        return (long) kilobytes * kilobyte;
    }

    /** Returns the number of items that an item of the given size counts as, at least 1. */
    public long parts(long bytes, long limitBytes) {
        if (bytes <= limitBytes) {
            return 1;
        }
        return startedCounts ? (bytes - 1) / limitBytes + 1 : bytes / limitBytes;
    }
}
