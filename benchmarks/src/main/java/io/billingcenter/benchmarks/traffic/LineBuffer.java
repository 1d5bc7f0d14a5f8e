package io.billingcenter.benchmarks.traffic;

import java.io.IOException;
import java.io.OutputStream;

/** A buffer for lines as bytes, written without creating strings. */
final class LineBuffer {

    private static final int CAPACITY = 1 << 20;
    private static final int LONGEST_LINE = 1 << 10;
    private static final byte[] HEX = {'0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'};

    private final byte[] bytes = new byte[CAPACITY];
    private int size;

    /** Appends a text in ASCII. */
    void text(byte[] ascii) {
        System.arraycopy(ascii, 0, bytes, size, ascii.length);
        size += ascii.length;
    }

    /** Appends a character in ASCII. */
    void character(char c) {
        bytes[size++] = (byte) c;
    }

    /** Appends a number of at least 0 with that number of digits. */
    void digits(long value, int count) {
        long rest = value;
        for (int index = size + count - 1; index >= size; index--) {
            bytes[index] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        size += count;
    }

    /** Appends a number of at least 0. */
    void number(long value) {
        int count = 1;
        for (long rest = value; rest >= 10; rest /= 10) {
            count++;
        }
        digits(value, count);
    }

    /** Appends the last digits of a number in lower-case hexadecimal. */
    void hex(long value, int count) {
        for (int shift = (count - 1) * 4; shift >= 0; shift -= 4) {
            bytes[size++] = HEX[(int) (value >>> shift) & 0xF];
        }
    }

    /** Appends a lower-case canonical UUID of these 128 bits. */
    void uuid(long high, long low) {
        hex(high >>> 32, 8);
        character('-');
        hex(high >>> 16, 4);
        character('-');
        hex(high, 4);
        character('-');
        hex(low >>> 48, 4);
        character('-');
        hex(low, 12);
    }

    /** Ends the line; a full buffer is written out. */
    void endLine(OutputStream file) throws IOException {
        character('\n');
        if (size > CAPACITY - LONGEST_LINE) {
            flush(file);
        }
    }

    /** Writes out the buffered bytes. */
    void flush(OutputStream file) throws IOException {
        file.write(bytes, 0, size);
        size = 0;
    }
}
