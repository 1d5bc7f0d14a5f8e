package io.billingcenter.readers.files.traffic;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongSupplier;

/**
 * Adds the bytes and records of one reading of a workspace-day to the progress: bytes as they are read from the disk,
 * records whenever a block of text is requested. Nothing is done for a single record.
 */
final class ProgressCounter {

    private final ReadingProgress progress;
    private final LongSupplier recordsOfFileSoFar;
    private long bytes;
    private long records;
    private long bytesOfFile;
    private long recordsOfFile;

    ProgressCounter(ReadingProgress progress, LongSupplier recordsOfFile) {
        this.progress = progress;
        this.recordsOfFileSoFar = recordsOfFile;
    }

    /** Returns the file as a stream that counts its bytes as they are read, by any one thread. */
    InputStream bytesOf(InputStream file) {
        return new ObservedStream(file) {
            @Override
            int readFrom(InputStream source, byte[] block, int offset, int length) throws IOException {
                int read = source.read(block, offset, length);
                addBytes(Math.max(read, 0));
                return read;
            }
        };
    }

    /**
     * Returns the text as a stream that counts the records folded so far whenever a block is read. For one thread at a
     * time.
     */
    InputStream recordsOf(InputStream text) {
        return new ObservedStream(text) {
            @Override
            int readFrom(InputStream source, byte[] block, int offset, int length) throws IOException {
                addRecords();
                return source.read(block, offset, length);
            }
        };
    }

    /** Ends a file whose streams are closed; its unread bytes are counted as well. */
    void endFile(long sizeBytes) {
        addBytes(sizeBytes - bytesOfFile);
        addRecords();
        bytesOfFile = 0;
        recordsOfFile = 0;
    }

    /** Subtracts everything counted so far, because the reading starts again. */
    void rollBack() {
        progress.add(-bytes, -records);
    }

    private void addBytes(long more) {
        bytesOfFile += more;
        bytes += more;
        progress.add(more, 0);
    }

    private void addRecords() {
        long more = recordsOfFileSoFar.getAsLong() - recordsOfFile;
        recordsOfFile += more;
        records += more;
        progress.add(0, more);
    }

    /** A stream that reports every read of a block. */
    private abstract static class ObservedStream extends InputStream {

        private final InputStream source;

        ObservedStream(InputStream source) {
            this.source = source;
        }

        abstract int readFrom(InputStream source, byte[] block, int offset, int length) throws IOException;

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] block, int offset, int length) throws IOException {
            return readFrom(source, block, offset, length);
        }

        @Override
        public void close() throws IOException {
            source.close();
        }
    }
}
