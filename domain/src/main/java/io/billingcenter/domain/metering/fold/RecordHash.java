package io.billingcenter.domain.metering.fold;

import java.util.HexFormat;

/**
 * The order-independent hash of accepted records: the sum of the fingerprints of id and content, computed for each
 * 64-bit half separately.
 */
final class RecordHash {

    private static final int HALF_DIGITS = 16;
    private static final int ID_TURN = 17;

    private long high;
    private long low;

    void add(long idHigh, long idLow, long contentHigh, long contentLow) {
        // The id is rotated because a plain sum would not notice that two records have exchanged their contents.
        add(Long.rotateLeft(idHigh, ID_TURN) ^ contentHigh, Long.rotateLeft(idLow, ID_TURN) ^ contentLow);
    }

    private void add(long otherHigh, long otherLow) {
        high += otherHigh;
        low += otherLow;
    }

    /** Returns the hash of the records of both; each hash has 32 hex digits. */
    static String sum(String one, String other) {
        RecordHash both = new RecordHash();
        both.add(half(one, 0), half(one, 1));
        both.add(half(other, 0), half(other, 1));
        return both.toString();
    }

    /** Returns the hash as 32 hex digits. */
    @Override
    public String toString() {
        return HexFormat.of().toHexDigits(high) + HexFormat.of().toHexDigits(low);
    }

    private static long half(String digits, int which) {
        return Long.parseUnsignedLong(digits, which * HALF_DIGITS, (which + 1) * HALF_DIGITS, 16);
    }
}
