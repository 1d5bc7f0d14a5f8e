package io.billingcenter.readers.files.traffic;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;

/**
 * Decompresses concatenated gzip members (RFC 1952) to the end of the file. {@link java.util.zip.GZIPInputStream}
 * treats anything after the first member, garbage or half a header, as the end; here it is an error.
 */
final class GzipMembers extends InputStream {

    private static final int INPUT_BYTES = 1 << 16;
    private static final int MAGIC_1 = 0x1F;
    private static final int MAGIC_2 = 0x8B;
    private static final int DEFLATE = 8;
    private static final int MODIFIED_EXTRA_FLAGS_AND_SYSTEM_BYTES = 6;
    private static final int HAS_HEADER_CHECK = 2;
    private static final int HAS_EXTRA = 4;
    private static final int HAS_NAME = 8;
    private static final int HAS_COMMENT = 16;
    private static final int RESERVED_FLAGS = 0xE0;

    private final InputStream compressed;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 check = new CRC32();
    private final CRC32 headerCheck = new CRC32();
    private final byte[] input = new byte[INPUT_BYTES];
    private int position;
    private int limit;
    private boolean inMember;
    private boolean started;

    GzipMembers(InputStream compressed) {
        this.compressed = compressed;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] block, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (inMember || startMember()) {
            int inflated = inflate(block, offset, length);
            if (inflated > 0) {
                check.update(block, offset, inflated);
                return inflated;
            }
            endMember();
        }
        return -1;
    }

    @Override
    public void close() throws IOException {
        inflater.end();
        compressed.close();
    }

    private boolean startMember() throws IOException {
        if (position == limit && !fill()) {
            if (!started) {
                throw new EOFException("no gzip member");
            }
            return false;
        }
        readHeader();
        started = true;
        inMember = true;
        inflater.reset();
        check.reset();
        giveInput();
        return true;
    }

    private void readHeader() throws IOException {
        headerCheck.reset();
        if (headerByte() != MAGIC_1 || headerByte() != MAGIC_2) {
            throw new ZipException(started ? "trailing data after a gzip member" : "not in gzip format");
        }
        int method = headerByte();
        int flags = headerByte();
        if (method != DEFLATE || (flags & RESERVED_FLAGS) != 0) {
            throw new ZipException("unsupported gzip header");
        }
        skipHeaderBytes(MODIFIED_EXTRA_FLAGS_AND_SYSTEM_BYTES);
        if ((flags & HAS_EXTRA) != 0) {
            int lower = headerByte();
            skipHeaderBytes(headerByte() << 8 | lower);
        }
        if ((flags & HAS_NAME) != 0) {
            skipHeaderText();
        }
        if ((flags & HAS_COMMENT) != 0) {
            skipHeaderText();
        }
        if ((flags & HAS_HEADER_CHECK) != 0) {
            long expected = headerCheck.getValue() & 0xFFFF;
            if (unsigned(2) != expected) {
                throw new ZipException("wrong check sum of a gzip header");
            }
        }
    }

    private void skipHeaderBytes(int count) throws IOException {
        for (int skipped = 0; skipped < count; skipped++) {
            headerByte();
        }
    }

    private void skipHeaderText() throws IOException {
        while (headerByte() != 0) {
            // The name or comment ends with 0.
        }
    }

    private int headerByte() throws IOException {
        int value = inputByte();
        headerCheck.update(value);
        return value;
    }

    /** Inflates at least one byte; returns 0 at the end of the member's data. */
    private int inflate(byte[] block, int offset, int length) throws IOException {
        try {
            while (true) {
                int inflated = inflater.inflate(block, offset, length);
                if (inflated > 0) {
                    return inflated;
                }
                if (inflater.finished()) {
                    position = limit - inflater.getRemaining();
                    return 0;
                }
                if (inflater.needsDictionary()) {
                    throw new ZipException("unsupported dictionary");
                }
                if (!fill()) {
                    throw new EOFException("file ends inside a gzip member");
                }
                giveInput();
            }
        } catch (DataFormatException e) {
            throw new ZipException("corrupt gzip data");
        }
    }

    private void endMember() throws IOException {
        inMember = false;
        if (unsigned(4) != check.getValue()) {
            throw new ZipException("wrong checksum in a gzip member");
        }
        if (unsigned(4) != (inflater.getBytesWritten() & 0xFFFFFFFFL)) {
            throw new ZipException("wrong length in a gzip member");
        }
    }

    private void giveInput() {
        inflater.setInput(input, position, limit - position);
        position = limit;
    }

    /** Returns an unsigned number of that many bytes, lowest byte first. */
    private long unsigned(int bytes) throws IOException {
        long value = 0;
        for (int index = 0; index < bytes; index++) {
            value |= (long) inputByte() << (8 * index);
        }
        return value;
    }

    private int inputByte() throws IOException {
        if (position == limit && !fill()) {
            throw new EOFException("file ends inside a gzip member");
        }
        int value = input[position] & 0xFF;
        position++;
        return value;
    }

    private boolean fill() throws IOException {
        position = 0;
        limit = Math.max(0, compressed.read(input, 0, input.length));
        return limit > 0;
    }
}
