package io.billingcenter.readers.files.traffic;

/**
 * Parses a lower-case canonical UUID, eight digits at a time. A successful call leaves the values of its 32 digits in
 * {@link #high()} and {@link #low()}, four bits each, in the order of {@link #packed}. Not thread-safe.
 */
final class SwarUuid {

    private static final long ONES = 0x0101_0101_0101_0101L;
    private static final long LOW_NIBBLES = 0x0F * ONES;
    private static final long FAULT_PLACES = ~LOW_NIBBLES;
    private static final int UPPER_HALF = Integer.SIZE;

    /** The dash after four digits of a word, and its place. */
    private static final long DASH = (long) '-' << UPPER_HALF;

    private static final long DASH_PLACE = 0xFFL << UPPER_HALF;

    private long high;
    private long low;

    /** Returns the upper half of the last UUID. */
    long high() {
        return high;
    }

    /** Returns the lower half of the last UUID. */
    long low() {
        return low;
    }

    /** Parses 36 characters from the index on; returns whether they are a UUID. */
    boolean read(byte[] bytes, int at) {
        // One half after the other, since both at once need more registers than a processor has.
        long second = SwarBytes.at(bytes, at + 9);
        long third = SwarBytes.at(bytes, at + 14);
        long digits1 = SwarBytes.at(bytes, at);
        long digits2 = second & 0xFFFF_FFFFL | third << UPPER_HALF;
        long values1 = values(digits1);
        long values2 = values(digits2);
        high = packed(values1, values2);
        long faults = faults(digits1, values1) | faults(digits2, values2);
        long noDashes = bytes[at + 8] ^ '-' | ((second ^ DASH) | (third ^ DASH)) & DASH_PLACE;
        if ((faults & FAULT_PLACES | noDashes) != 0) {
            return false;
        }
        return readLower(bytes, at + 19);
    }

    private boolean readLower(byte[] bytes, int at) {
        long first = SwarBytes.at(bytes, at);
        long digits1 = first & 0xFFFF_FFFFL | SwarBytes.at(bytes, at + 5) << UPPER_HALF;
        long digits2 = SwarBytes.at(bytes, at + 9);
        long values1 = values(digits1);
        long values2 = values(digits2);
        low = packed(values1, values2);
        long faults = faults(digits1, values1) | faults(digits2, values2);
        return (faults & FAULT_PLACES | (first ^ DASH) & DASH_PLACE) == 0;
    }

    /**
     * Packs sixteen values of hexadecimal digits into one word, in the order that needs the fewest operations: the
     * first eight are the lower halves of the bytes, the first value lowest, the other eight the upper halves.
     *
     * @param first eight values, one per byte, the first lowest
     * @param second the next eight values
     */
    static long packed(long first, long second) {
        return first | second << 4;
    }

    /**
     * Returns the values of eight digits, one per byte. For other characters the result is meaningless and may exceed
     * four bits.
     */
    private static long values(long word) {
        long letters = word >>> 6 & ONES;
        return (word & LOW_NIBBLES) + letters * 9;
    }

    /** Returns a word with a bit of {@link #FAULT_PLACES} set if a byte is not a lower-case hexadecimal digit. */
    private static long faults(long word, long values) {
        long letters = word >>> 6 & ONES;
        long upperHalves = word & FAULT_PLACES ^ (ONES + letters) * 0x30;
        return upperHalves | (values + 6 * ONES ^ letters << 4) | values;
    }
}
