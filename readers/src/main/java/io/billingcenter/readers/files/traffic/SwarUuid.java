package io.billingcenter.readers.files.traffic;

/**
 * Reads a lower-case canonical UUID, eight digits at a time. A successful call leaves the values of its 32 digits in {@link
 * #high()} and {@link #low()}, four bits each, in the order of {@link #packed}. Not for several threads.
 */
final class SwarUuid {

    private static final long ONES = 0x0101_0101_0101_0101L;
    private static final long LOW_NIBBLES = 0x0F * ONES;
    private static final long FAULT_PLACES = ~LOW_NIBBLES;
    private static final int UPPER_HALF = Integer.SIZE;

    /** The dash behind four digits of a word, and the place of it. */
    private static final long DASH = (long) '-' << UPPER_HALF;

    private static final long DASH_PLACE = 0xFFL << UPPER_HALF;

    private long high;
    private long low;

    /** The upper half of the last UUID. */
    long high() {
        return high;
    }

    /** The lower half of the last UUID. */
    long low() {
        return low;
    }

    /** Whether 36 characters from the index on are a UUID. */
    boolean read(byte[] bytes, int at) {
        // One half after the other, since all at once is more than a processor has registers for.
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
     * Sixteen values of hexadecimal digits in one word. Their order is that which takes least: the first eight are the
     * lower halves of the bytes, the first value lowest, the other eight the upper halves.
     *
     * @param first eight values, one a byte, the first lowest
     * @param second the next eight
     */
    static long packed(long first, long second) {
        return first | second << 4;
    }

    /** The values of eight digits, one a byte; of no meaning, and perhaps too large for four bits, where there is none. */
    private static long values(long word) {
        long letters = word >>> 6 & ONES;
        return (word & LOW_NIBBLES) + letters * 9;
    }

    /** Has a bit of {@link #FAULT_PLACES} when a byte is no lower-case hexadecimal digit. */
    private static long faults(long word, long values) {
        long letters = word >>> 6 & ONES;
        long upperHalves = word & FAULT_PLACES ^ (ONES + letters) * 0x30;
        return upperHalves | (values + 6 * ONES ^ letters << 4) | values;
    }
}
