package io.billingcenter.readers.traffic;

/**
 * Reads a lower-case canonical UUID, eight digits at a time. A successful call leaves the UUID in {@link #high()} and
 * {@link #low()}. Not for several threads.
 */
final class HexWords {

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
        long second = Words.at(bytes, at + 9);
        long third = Words.at(bytes, at + 14);
        long fourth = Words.at(bytes, at + 19);
        long digits1 = Words.at(bytes, at);
        long digits2 = second & 0xFFFF_FFFFL | third << UPPER_HALF;
        long digits3 = fourth & 0xFFFF_FFFFL | Words.at(bytes, at + 24) << UPPER_HALF;
        long digits4 = Words.at(bytes, at + 28);
        long noDashes = bytes[at + 8] ^ '-' | ((second ^ DASH) | (third ^ DASH) | (fourth ^ DASH)) & DASH_PLACE;
        high = value(digits1) << UPPER_HALF | value(digits2);
        low = value(digits3) << UPPER_HALF | value(digits4);
        long faults = faults(digits1) | faults(digits2) | faults(digits3) | faults(digits4);
        return (noDashes | faults & FAULT_PLACES) == 0;
    }

    /** Has a bit of {@link #FAULT_PLACES} when a byte is no lower-case hexadecimal digit. */
    private static long faults(long word) {
        long letters = word >>> 6 & ONES;
        long digits = word ^ (ONES + letters) * 0x30;
        long values = digits + letters * 9;
        return digits | (values + 6 * ONES ^ letters << 4) | values;
    }

    private static long value(long word) {
        long nibbles = (word & LOW_NIBBLES) + (word >>> 6 & ONES) * 9 & LOW_NIBBLES;
        long pairs = (nibbles << 4 | nibbles >>> 8) & 0x00FF_00FF_00FF_00FFL;
        long quads = (pairs | pairs >>> 8) & 0x0000_FFFF_0000_FFFFL;
        return Integer.reverseBytes((int) (quads | quads >>> 16)) & 0xFFFF_FFFFL;
    }
}
