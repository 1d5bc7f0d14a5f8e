package io.billingcenter.writers.files.archive;

import java.io.IOException;
import java.io.OutputStream;

/** Passes bytes on and counts them. */
final class CountedBytes extends OutputStream {

    private final OutputStream target;
    private long count;

    CountedBytes(OutputStream target) {
        this.target = target;
    }

    @Override
    public void write(int value) throws IOException {
        target.write(value);
        count++;
    }

    @Override
    public void write(byte[] block, int offset, int length) throws IOException {
        target.write(block, offset, length);
        count += length;
    }

    @Override
    public void flush() throws IOException {
        target.flush();
    }

    long count() {
        return count;
    }
}
