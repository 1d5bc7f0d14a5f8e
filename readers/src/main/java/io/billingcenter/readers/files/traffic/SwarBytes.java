package io.billingcenter.readers.files.traffic;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Operations on eight bytes at a time in one {@code long}, the first byte lowest. A <em>mask</em> has the highest bit
 * of a byte set where a condition holds for it. Operations read up to seven bytes beyond the range of interest, so
 * arrays need spare bytes.
 */
final class SwarBytes {

    /** Spare bytes that an array needs after its last line, so that every field can be read without a bounds check. */
    static final int SPARE_BYTES = 96;

    /**
     * Number of bytes from an index on that an array needs for {@link #endsOfText} and for reading the bytes after an
     * end.
     */
    static final int ENDS_BYTES = Long.SIZE + 2;

    /** A comma in every byte. */
    static final long COMMAS = 0x2C2C_2C2C_2C2C_2C2CL;

    /** The digit 0 in every byte. */
    static final long ZEROS = 0x3030_3030_3030_3030L;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private static final long HIGHEST_BITS = 0x8080_8080_8080_8080L;
    private static final long LOWEST_BITS = 0x0101_0101_0101_0101L;
    private static final long OTHER_BITS = ~HIGHEST_BITS;
    private static final long QUOTES = 0x2222_2222_2222_2222L;
    private static final long TO_HIGHEST_FROM_SPACE = 0x6060_6060_6060_6060L;
    private static final long TO_HIGHEST_BEHIND_COMMA = 0x5353_5353_5353_5353L;
    private static final long TO_HIGHEST_BEHIND_NINE = 0x7676_7676_7676_7676L;

    /** A factor that gathers the eight bits of a mask in the last byte. */
    private static final long HIGHEST_BITS_TO_LAST_BYTE = 0x0002_0408_1020_4081L;

    private SwarBytes() {}

    static long at(byte[] bytes, int index) {
        return (long) LONGS.get(bytes, index);
    }

    /** Returns the mask of the bytes that are equal in both words; exact for every byte. */
    static long alike(long word, long other) {
        long different = word ^ other;
        return ~((different & OTHER_BITS) + OTHER_BITS | different) & HIGHEST_BITS;
    }

    /**
     * Returns the mask of special bytes: control characters, quotes and bytes above 0x7F, which are rare or not allowed
     * in an unquoted field.
     */
    static long odd(long word) {
        long notControl = (word & OTHER_BITS) + TO_HIGHEST_FROM_SPACE;
        return (word | ~notControl) & HIGHEST_BITS | alike(word, QUOTES);
    }

    /**
     * Returns a mask whose lowest bit marks the first non-digit of a word from which {@link #ZEROS} were removed by
     * XOR.
     */
    static long notDigits(long digits) {
        return (digits + TO_HIGHEST_BEHIND_NINE | digits) & HIGHEST_BITS;
    }

    /** Returns the index of the first byte of a mask that is not 0. */
    static int first(long mask) {
        return Long.numberOfTrailingZeros(mask) >>> 3;
    }

    /** Returns all bits of the first bytes of a word: of none up to 0 bytes, of all from 8 on. */
    static long lowest(int bytes) {
        if (bytes >= Long.BYTES) {
            return -1;
        }
        return bytes <= 0 ? 0 : (1L << (bytes * Byte.SIZE)) - 1;
    }

    /**
     * Returns a bit for each of 64 bytes, the first byte lowest, that is not a letter, digit or similar: all commas and
     * special bytes, and some other characters.
     */
    static long endsOfText(byte[] bytes, int at) {
        long first = textBits(at(bytes, at)) | textBits(at(bytes, at + 8)) << 8;
        long second = textBits(at(bytes, at + 16)) | textBits(at(bytes, at + 24)) << 8;
        long third = textBits(at(bytes, at + 32)) | textBits(at(bytes, at + 40)) << 8;
        long fourth = textBits(at(bytes, at + 48)) | textBits(at(bytes, at + 56)) << 8;
        return ~(first | second << 16 | third << 32 | fourth << 48);
    }

    /** Returns whether the range contains a quote. A plain loop, which the compiler vectorizes to much wider words. */
    static boolean containsQuote(byte[] bytes, int from, int to) {
        long found = 0;
        for (int at = from; at <= to - Long.BYTES; at += Long.BYTES) {
            long word = at(bytes, at) ^ QUOTES;
            found |= word - LOWEST_BITS & ~word;
        }
        for (int at = Math.max(from, to - Long.BYTES); at < to; at++) {
            found |= bytes[at] == '"' ? HIGHEST_BITS : 0;
        }
        return (found & HIGHEST_BITS) != 0;
    }

    /** Returns eight bits, one per byte, set where the byte is a character after the comma in ASCII. */
    private static long textBits(long word) {
        long text = (word & OTHER_BITS) + TO_HIGHEST_BEHIND_COMMA & ~word & HIGHEST_BITS;
        return text * HIGHEST_BITS_TO_LAST_BYTE >>> (Long.SIZE - Byte.SIZE);
    }

    /**
     * Returns the index of the comma, or of the first special byte before it. A line end is special, so there always is
     * one.
     */
    static int endOfText(byte[] bytes, int from) {
        int at = from;
        while (true) {
            // In ASCII, few characters of texts are before the comma.
            long word = at(bytes, at);
            long upToComma = (word | ~((word & OTHER_BITS) + TO_HIGHEST_BEHIND_COMMA)) & HIGHEST_BITS;
            if (upToComma != 0) {
                int end = at + first(upToComma);
                return bytes[end] == ',' ? end : endOfOtherText(bytes, end);
            }
            at += Long.BYTES;
        }
    }

    private static int endOfOtherText(byte[] bytes, int from) {
        int at = from;
        while (true) {
            long word = at(bytes, at);
            long ends = alike(word, COMMAS) | odd(word);
            if (ends != 0) {
                return at + first(ends);
            }
            at += Long.BYTES;
        }
    }
}
