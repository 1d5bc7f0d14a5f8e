package io.billingcenter.readers.files.traffic;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.channels.ClosedChannelException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;

/**
 * An access that retries transient faults: an input/output error, a stale handle or an interrupted call of a network
 * file system. Missing files and missing permissions are not retried. A stream that fails is reopened and continues at
 * the byte at which it failed, provided that the file has not changed since.
 */
public final class RetryingFileAccess implements FileAccess {

    /** The pause between two attempts. */
    @FunctionalInterface
    public interface Pause {

        /**
         * Waits.
         *
         * @param attempts number of failed attempts, from 1
         * @throws InterruptedException if the thread is interrupted
         */
        void after(int attempts) throws InterruptedException;
    }

    /** Number of attempts in total. */
    static final int ATTEMPTS = 4;

    /** Waits 0.2, 0.8 and 1.8 seconds. */
    static final Pause SLEEP = attempts -> Thread.sleep(200L * attempts * attempts);

    private final FileAccess access;
    private final Pause pause;

    @FunctionalInterface
    private interface Call<T> {
        T get() throws IOException;
    }

    /** Creates an access that retries the faults of another one. */
    public RetryingFileAccess(FileAccess access, Pause pause) {
        this.access = access;
        this.pause = pause;
    }

    @Override
    public BasicFileAttributes attributes(Path path) throws IOException {
        return steady(() -> access.attributes(path));
    }

    @Override
    public List<Path> children(Path folder) throws IOException {
        return steady(() -> access.children(folder));
    }

    @Override
    public InputStream open(Path path, BasicFileAttributes attributes) throws IOException {
        return new RetryingStream(path, attributes, steady(() -> access.open(path, attributes)));
    }

    private <T> T steady(Call<T> call) throws IOException {
        for (int attempts = 1; ; attempts++) {
            try {
                return call.get();
            } catch (IOException e) {
                pauseOrThrow(e, attempts);
            }
        }
    }

    private void pauseOrThrow(IOException fault, int attempts) throws IOException {
        if (attempts >= ATTEMPTS || !mayPass(fault)) {
            throw fault;
        }
        try {
            pause.after(attempts);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw fault;
        }
    }

    /**
     * Returns whether the fault may be transient. Permanent faults are recognised by their types; transient ones have
     * no types of their own, and their texts depend on the language of the system.
     */
    private static boolean mayPass(IOException fault) {
        return !(fault instanceof NoSuchFileException
                || fault instanceof AccessDeniedException
                || fault instanceof NotDirectoryException
                || fault instanceof FileSystemLoopException
                || fault instanceof ClosedChannelException
                || fault instanceof InterruptedIOException);
    }

    private final class RetryingStream extends InputStream {

        private final Path path;
        private final BasicFileAttributes before;
        private InputStream source;
        private long position;

        RetryingStream(Path path, BasicFileAttributes before, InputStream source) {
            this.path = path;
            this.before = before;
            this.source = source;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] block, int offset, int length) throws IOException {
            try {
                return advance(source.read(block, offset, length));
            } catch (IOException e) {
                return readAgain(block, offset, length, e);
            }
        }

        private int readAgain(byte[] block, int offset, int length, IOException first) throws IOException {
            IOException fault = first;
            for (int attempts = 1; ; attempts++) {
                pauseOrThrow(fault, attempts);
                try {
                    source.close();
                    BasicFileAttributes now = access.attributes(path);
                    requireUnchanged(now);
                    source = access.open(path, now);
                    source.skipNBytes(position);
                    return advance(source.read(block, offset, length));
                } catch (IOException e) {
                    fault = e;
                }
            }
        }

        /** Checks that the file has not changed: bytes of two versions must never be combined. */
        private void requireUnchanged(BasicFileAttributes now) throws IOException {
            if (before.size() != now.size() || !before.lastModifiedTime().equals(now.lastModifiedTime())) {
                throw new NoSuchFileException(path.toString(), null, "it changed while it was read");
            }
        }

        private int advance(int read) {
            position += Math.max(read, 0);
            return read;
        }

        @Override
        public void close() throws IOException {
            source.close();
        }
    }
}
