package io.billingcenter.benchmarks.traffic;

/** A stream of numbers that depends on nothing but its key (SplitMix64), so that any record can be made alone. */
final class Draw {

    private static final long STEP = 0x9E3779B97F4A7C15L;

    private long state;

    /** Begins the stream of that key. */
    void start(long key) {
        state = mix(key);
    }

    /** The next 64 bits. */
    long next() {
        state += STEP;
        return mix(state);
    }

    /** The next number from 0, inclusive, to the bound, exclusive. */
    int below(int bound) {
        return (int) ((next() >>> 32) * bound >>> 32);
    }

    /** Spreads the bits of a number; different numbers stay different. */
    static long mix(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
