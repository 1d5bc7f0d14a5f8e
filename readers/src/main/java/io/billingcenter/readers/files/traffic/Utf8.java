package io.billingcenter.readers.files.traffic;

/** The strict grammar of UTF-8 (RFC 3629): no overlong forms, no surrogates, nothing above U+10FFFF. */
final class Utf8 {

    private static final int CUT = 0;
    private static final int BROKEN = -1;

    private Utf8() {}

    /**
     * Returns the index of the first byte that does not begin a well-formed character; -1 if all are well-formed.
     *
     * @param mayBeCut whether the range may end within a character, because a longer text was cut there
     */
    static int firstFault(byte[] bytes, int from, int to, boolean mayBeCut) {
        int index = from;
        while (index < to) {
            if (bytes[index] >= 0) {
                index++;
                continue;
            }
            int length = lengthOfCharacter(bytes, index, to);
            if (length == CUT && mayBeCut) {
                return -1;
            }
            if (length <= 0) {
                return index;
            }
            index += length;
        }
        return -1;
    }

    /** Returns the length of the character that begins with a byte above 0x7F, or {@link #CUT} or {@link #BROKEN}. */
    private static int lengthOfCharacter(byte[] bytes, int index, int to) {
        int lead = bytes[index] & 0xFF;
        if (lead < 0xC2 || lead > 0xF4) {
            return BROKEN;
        }
        int length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        int end = Math.min(index + length, to);
        if (index + 1 < end && !isSecond(lead, bytes[index + 1] & 0xFF)) {
            return BROKEN;
        }
        for (int next = index + 2; next < end; next++) {
            if ((bytes[next] & 0xC0) != 0x80) {
                return BROKEN;
            }
        }
        return end == index + length ? length : CUT;
    }

    private static boolean isSecond(int lead, int second) {
        int lowest = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
        int highest = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
        return second >= lowest && second <= highest;
    }
}
