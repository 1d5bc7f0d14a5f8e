package io.billingcenter.readers.files.traffic;

import com.dynatrace.hash4j.hashing.HashValue128;
import com.dynatrace.hash4j.hashing.Hasher128;
import com.dynatrace.hash4j.hashing.Hashing;

/**
 * 128-bit fingerprints of texts: unseeded XXH3 over their UTF-8 bytes, hence the same on every machine and in every
 * version. A call leaves its result in {@link #high()} and {@link #low()}. Not thread-safe.
 */
final class Fingerprints {

    private static final Hasher128 HASHER = Hashing.xxh3_128();
    private static final int UUID_LENGTH = 36;
    private static final int UUID_DIGITS = 32;
    private static final int NOT_HEX = -1;

    private long high;
    private long low;

    /** Returns the upper half of the last result. */
    long high() {
        return high;
    }

    /** Returns the lower half of the last result. */
    long low() {
        return low;
    }

    /** Computes the fingerprint of a range of UTF-8 bytes. */
    void ofBytes(byte[] bytes, int from, int to) {
        set(HASHER.hashBytesTo128Bits(bytes, from, to - from));
    }

    /**
     * Computes the fingerprint of a record id in ASCII. A lower-case canonical UUID represents itself, with its digits
     * in the order of {@link SwarUuid#packed}; any other text is hashed.
     */
    void ofRecordId(byte[] bytes, int from, int to) {
        if (to - from != UUID_LENGTH || !readUuid(bytes, from)) {
            ofBytes(bytes, from, to);
        }
    }

    /**
     * Computes the fingerprint of the UTF-16 units of a text that need not be well-formed. It differs from the
     * fingerprint of its UTF-8 bytes.
     */
    void ofUnits(CharSequence text) {
        set(HASHER.hashCharsTo128Bits(text));
    }

    private void set(HashValue128 value) {
        high = value.getMostSignificantBits();
        low = value.getLeastSignificantBits();
    }

    private boolean readUuid(byte[] bytes, int from) {
        long[] values = new long[UUID_DIGITS / Long.BYTES];
        int digits = 0;
        for (int position = 0; position < UUID_LENGTH; position++) {
            byte c = bytes[from + position];
            if (position == 8 || position == 13 || position == 18 || position == 23) {
                if (c != '-') {
                    return false;
                }
                continue;
            }
            int digit = lowerCaseHex(c);
            if (digit == NOT_HEX) {
                return false;
            }
            values[digits / Long.BYTES] |= (long) digit << digits % Long.BYTES * Byte.SIZE;
            digits++;
        }
        high = SwarUuid.packed(values[0], values[1]);
        low = SwarUuid.packed(values[2], values[3]);
        return true;
    }

    private static int lowerCaseHex(byte c) {
        if (c >= '0' && c <= '9') {
            return c - '0';
        }
        return c >= 'a' && c <= 'f' ? c - 'a' + 10 : NOT_HEX;
    }
}
