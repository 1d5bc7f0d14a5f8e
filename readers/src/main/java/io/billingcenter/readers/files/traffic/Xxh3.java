package io.billingcenter.readers.files.traffic;

import com.dynatrace.hash4j.hashing.HashValue128;
import com.dynatrace.hash4j.hashing.Hasher128;
import com.dynatrace.hash4j.hashing.Hashing;

/**
 * Unseeded 128-bit XXH3, by its published definition, for short texts and without creating an object. Longer texts are
 * hashed by the library that {@link Fingerprints} uses, with the same results. A call leaves its result in
 * {@link #high()} and {@link #low()}. Not thread-safe.
 */
final class Xxh3 {

    private static final Hasher128 LIBRARY = Hashing.xxh3_128();
    private static final int LONGEST = 240;
    private static final int LONGEST_IN_PAIRS = 128;

    private static final long PRIME_32_2 = 0x85EB_CA77L;
    private static final long PRIME_1 = 0x9E37_79B1_85EB_CA87L;
    private static final long PRIME_2 = 0xC2B2_AE3D_27D4_EB4FL;
    private static final long PRIME_3 = 0x1656_67B1_9E37_79F9L;
    private static final long PRIME_4 = 0x85EB_CA77_C2B2_AE63L;
    private static final long PRIME_MX_1 = 0x1656_6791_9E37_79F9L;
    private static final long PRIME_MX_2 = 0x9FB2_1C65_1E98_DF25L;

    /** The default secret of XXH3, which is part of its definition. */
    private static final byte[] SECRET = java.util.HexFormat.of()
            .parseHex("b8fe6c3923a44bbe7c01812cf721ad1cded46de9839097db7240a4a4b7b3671f"
                    + "cb79e64eccc0e578825ad07dccff7221b8084674f743248ee03590e6813a264c"
                    + "3c2852bb91c300cb88d0658b1b532ea371644897a20df94e3819ef46a9deacd8a8"
                    + "fa763fe39c343ff9dcbbc7c70b4f1d8a51e04bcdb45931c89f7ec9d9787364ea"
                    + "c5ac8334d3ebc3c581a0fffa1363eb170ddd51b7f0da49d316552629d4689e2b"
                    + "16be587d47a1fc8ff8b8d17ad031ce45cb3a8f95160428afd7fbcabb4b407e");

    private static final long FLIP_1_TO_3_LOW = SwarBytes.halfAt(SECRET, 0) ^ SwarBytes.halfAt(SECRET, 4);
    private static final long FLIP_1_TO_3_HIGH = SwarBytes.halfAt(SECRET, 8) ^ SwarBytes.halfAt(SECRET, 12);
    private static final long FLIP_4_TO_8 = SwarBytes.at(SECRET, 16) ^ SwarBytes.at(SECRET, 24);
    private static final long FLIP_9_TO_16_LOW = SwarBytes.at(SECRET, 32) ^ SwarBytes.at(SECRET, 40);
    private static final long FLIP_9_TO_16_HIGH = SwarBytes.at(SECRET, 48) ^ SwarBytes.at(SECRET, 56);

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

    /** Computes the hash of a range of bytes. */
    void hash(byte[] bytes, int from, int to) {
        int length = to - from;
        if (length > LONGEST || length == 0) {
            hashByLibrary(bytes, from, length);
        } else if (length > LONGEST_IN_PAIRS) {
            hashTo240(bytes, from, length);
        } else if (length > 16) {
            hashTo128(bytes, from, length);
        } else if (length > 8) {
            hashTo16(bytes, from, length);
        } else if (length > 3) {
            hashTo8(bytes, from, length);
        } else {
            hashTo3(bytes, from, length);
        }
    }

    private void hashByLibrary(byte[] bytes, int from, int length) {
        HashValue128 value = LIBRARY.hashBytesTo128Bits(bytes, from, length);
        high = value.getMostSignificantBits();
        low = value.getLeastSignificantBits();
    }

    private void hashTo3(byte[] bytes, int from, int length) {
        int first = bytes[from] & 0xFF;
        int middle = bytes[from + (length >>> 1)] & 0xFF;
        int last = bytes[from + length - 1] & 0xFF;
        int combined = first << 16 | middle << 24 | last | length << 8;
        int turned = Integer.rotateLeft(Integer.reverseBytes(combined), 13);
        low = avalancheOld((combined & 0xFFFF_FFFFL) ^ FLIP_1_TO_3_LOW);
        high = avalancheOld((turned & 0xFFFF_FFFFL) ^ FLIP_1_TO_3_HIGH);
    }

    private void hashTo8(byte[] bytes, int from, int length) {
        long input = SwarBytes.halfAt(bytes, from) | SwarBytes.halfAt(bytes, from + length - 4) << 32;
        long keyed = input ^ FLIP_4_TO_8;
        long factor = PRIME_1 + ((long) length << 2);
        long lower = keyed * factor;
        long upper = upperProduct(keyed, factor) + (lower << 1);
        lower ^= upper >>> 3;
        lower = (lower ^ lower >>> 35) * PRIME_MX_2;
        low = lower ^ lower >>> 28;
        high = avalanche(upper);
    }

    private void hashTo16(byte[] bytes, int from, int length) {
        long first = SwarBytes.at(bytes, from);
        long last = SwarBytes.at(bytes, from + length - 8);
        long mixed = first ^ last ^ FLIP_9_TO_16_LOW;
        long flipped = last ^ FLIP_9_TO_16_HIGH;
        long lower = mixed * PRIME_1 + ((long) (length - 1) << 54);
        long upper = upperProduct(mixed, PRIME_1) + flipped + (flipped & 0xFFFF_FFFFL) * (PRIME_32_2 - 1);
        lower ^= Long.reverseBytes(upper);
        low = avalanche(lower * PRIME_2);
        high = avalanche(upperProduct(lower, PRIME_2) + upper * PRIME_2);
    }

    private void hashTo128(byte[] bytes, int from, int length) {
        int end = from + length;
        long lower = length * PRIME_1;
        long upper = 0;
        if (length > 32) {
            if (length > 64) {
                if (length > 96) {
                    lower = lower + folded(bytes, from + 48, 96) ^ sum(bytes, end - 64);
                    upper = upper + folded(bytes, end - 64, 112) ^ sum(bytes, from + 48);
                }
                lower = lower + folded(bytes, from + 32, 64) ^ sum(bytes, end - 48);
                upper = upper + folded(bytes, end - 48, 80) ^ sum(bytes, from + 32);
            }
            lower = lower + folded(bytes, from + 16, 32) ^ sum(bytes, end - 32);
            upper = upper + folded(bytes, end - 32, 48) ^ sum(bytes, from + 16);
        }
        lower = lower + folded(bytes, from, 0) ^ sum(bytes, end - 16);
        upper = upper + folded(bytes, end - 16, 16) ^ sum(bytes, from);
        finish(lower, upper, length);
    }

    private void hashTo240(byte[] bytes, int from, int length) {
        long lower = length * PRIME_1;
        long upper = 0;
        for (int at = 0; at + 32 <= length; at += 32) {
            if (at == 128) {
                lower = avalanche(lower);
                upper = avalanche(upper);
            }
            int secret = at < 128 ? at : at - 128 + 3;
            lower = lower + folded(bytes, from + at, secret) ^ sum(bytes, from + at + 16);
            upper = upper + folded(bytes, from + at + 16, secret + 16) ^ sum(bytes, from + at);
        }
        if (length < 160) {
            lower = avalanche(lower);
            upper = avalanche(upper);
        }
        int end = from + length;
        lower = lower + folded(bytes, end - 16, 103) ^ sum(bytes, end - 32);
        upper = upper + folded(bytes, end - 32, 119) ^ sum(bytes, end - 16);
        finish(lower, upper, length);
    }

    private void finish(long lower, long upper, int length) {
        low = avalanche(lower + upper);
        high = -avalanche(lower * PRIME_1 + upper * PRIME_4 + length * PRIME_2);
    }

    /** Returns the folded product of two words, each combined with a word of the secret. */
    private static long folded(byte[] bytes, int at, int secret) {
        long left = SwarBytes.at(bytes, at) ^ SwarBytes.at(SECRET, secret);
        long right = SwarBytes.at(bytes, at + Long.BYTES) ^ SwarBytes.at(SECRET, secret + Long.BYTES);
        return foldedProduct(left, right);
    }

    private static long sum(byte[] bytes, int at) {
        return SwarBytes.at(bytes, at) + SwarBytes.at(bytes, at + Long.BYTES);
    }

    private static long foldedProduct(long left, long right) {
        return left * right ^ upperProduct(left, right);
    }

    /** Returns the upper half of the product of two unsigned numbers. */
    private static long upperProduct(long left, long right) {
        return Math.multiplyHigh(left, right) + (left >> 63 & right) + (right >> 63 & left);
    }

    private static long avalanche(long value) {
        long mixed = (value ^ value >>> 37) * PRIME_MX_1;
        return mixed ^ mixed >>> 32;
    }

    private static long avalancheOld(long value) {
        long mixed = (value ^ value >>> 33) * PRIME_2;
        mixed = (mixed ^ mixed >>> 29) * PRIME_3;
        return mixed ^ mixed >>> 32;
    }
}
