package io.billingcenter.domain.metering.fold;

import java.util.HexFormat;

/** The order-free hash of accepted records: the sum of their fingerprints, ids and contents in one, each half for itself. */
final class RecordHash {

    private static final int HALF_DIGITS = 16;
    private static final int ID_TURN = 17;

    private long high;
    private long low;

    void add(long idHigh, long idLow, long contentHigh, long contentLow) {
        // Not simply added, so that contents that changed their ids are told apart.
        add(Long.rotateLeft(idHigh, ID_TURN) ^ contentHigh, Long.rotateLeft(idLow, ID_TURN) ^ contentLow);
    }

    private void add(long otherHigh, long otherLow) {
        high += otherHigh;
        low += otherLow;
    }

    /** The hash of the records of both, each given as 32 hex digits. */
    static String sum(String one, String other) {
        RecordHash both = new RecordHash();
        both.add(half(one, 0), half(one, 1));
        both.add(half(other, 0), half(other, 1));
        return both.toString();
    }

    /** 32 hex digits. */
    @Override
    public String toString() {
        return HexFormat.of().toHexDigits(high) + HexFormat.of().toHexDigits(low);
    }

    private static long half(String digits, int which) {
        return Long.parseUnsignedLong(digits, which * HALF_DIGITS, (which + 1) * HALF_DIGITS, 16);
    }
}
