package io.billingcenter.readers.traffic;

/** The integers of all inputs: ASCII digits, leading zeros allowed, no sign, at most 2^63-1 (reading B3). */
final class WholeNumber {

    /** What {@link #parse} returns for a text that is no such integer. */
    static final long NONE = -1;

    /** What a text has to be, for messages. */
    static final String EXPECTED = "an integer of ASCII digits, at most 9223372036854775807";

    private static final long LARGEST_TENTH = Long.MAX_VALUE / 10;

    private WholeNumber() {}

    /** The value, or {@link #NONE}. An empty range is no integer. */
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
