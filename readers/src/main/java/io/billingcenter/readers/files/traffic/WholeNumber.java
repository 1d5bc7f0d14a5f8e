package io.billingcenter.readers.files.traffic;

/** The integers of all inputs: ASCII digits, leading zeros allowed, no sign, at most 2^63-1 (reading B3). */
final class WholeNumber {

    /** Returned by {@link #parse} for a text that is not such an integer. */
    static final long NONE = -1;

    /** Description of a valid text, for messages. */
    static final String EXPECTED = "an integer of ASCII digits, at most 9223372036854775807";

    private static final long LARGEST_TENTH = Long.MAX_VALUE / 10;

    /** The number of digits that fit in a word of {@link #word}. */
    static final int MAX_DIGITS_IN_WORD = 7;

    private WholeNumber() {}

    /**
     * Returns a text of up to seven bytes as a word whose bytes are the digits, the last one highest, with 0 before the
     * first one.
     */
    static long word(byte[] bytes, int from, int length) {
        long digits = SwarBytes.at(bytes, from) ^ SwarBytes.ZEROS;
        return digits << Byte.SIZE << (Long.SIZE - Byte.SIZE - length * Byte.SIZE);
    }

    /**
     * Returns the value of a word of {@link #word}; meaningless if {@link SwarBytes#notDigits} finds other bytes in it.
     */
    static long ofWord(long word) {
        long pairs = word * 10 + (word >>> 8) & 0x00FF_00FF_00FF_00FFL;
        long fours = pairs * 100 + (pairs >>> 16) & 0x0000_FFFF_0000_FFFFL;
        return fours * 10_000 + (fours >>> 32) & 0xFFFF_FFFFL;
    }

    /** Returns the value, or {@link #NONE}. An empty range is not an integer. */
    static long parse(byte[] bytes, int from, int to) {
        if (from == to) {
            return NONE;
        }
        long value = 0;
        for (int index = from; index < to; index++) {
            int digit = bytes[index] - '0';
            if (digit < 0 || digit > 9 || value > LARGEST_TENTH) {
                return NONE;
            }
            value = value * 10 + digit;
            if (value < 0) {
                return NONE;
            }
        }
        return value;
    }
}
