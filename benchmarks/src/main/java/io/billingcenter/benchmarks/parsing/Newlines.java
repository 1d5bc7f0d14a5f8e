package io.billingcenter.benchmarks.parsing;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/** Counts lines, eight bytes at a time: the minimum work of any reader of lines, and therefore the yardstick. */
final class Newlines {

    private static final int BLOCK_BYTES = 1 << 18;
    private static final long NEWLINES = 0x0A0A0A0A0A0A0A0AL;
    private static final long LOW_BITS = 0x7F7F7F7F7F7F7F7FL;
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());

    private Newlines() {}

    static long count(Path file) throws IOException {
        byte[] block = new byte[BLOCK_BYTES];
        long lines = 0;
        try (InputStream content = Files.newInputStream(file)) {
            for (int size = content.read(block); size >= 0; size = content.read(block)) {
                lines += count(block, size);
            }
        }
        return lines;
    }

    static long count(byte[] block, int size) {
        long lines = 0;
        int index = 0;
        for (; index <= size - Long.BYTES; index += Long.BYTES) {
            long others = (long) LONGS.get(block, index) ^ NEWLINES;
            // The highest bit of a byte stays clear only if the byte is zero, that is, if it was a newline.
            long nonZero = (others & LOW_BITS) + LOW_BITS | others | LOW_BITS;
            lines += Long.bitCount(~nonZero);
        }
        for (; index < size; index++) {
            lines += block[index] == '\n' ? 1 : 0;
        }
        return lines;
    }
}
