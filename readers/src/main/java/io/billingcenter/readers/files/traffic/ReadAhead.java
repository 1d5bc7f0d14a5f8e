package io.billingcenter.readers.files.traffic;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * Reads a stream in a thread of its own, a few blocks ahead, so that decompressing and parsing overlap. An exception of
 * the stream is thrown when reading reaches that place. For one reading thread at a time.
 */
final class ReadAhead extends InputStream {

    private static final int BLOCKS = 4;

    /** Some bytes, or the end of the stream with the exception thrown there, if any. */
    private static final class Block {
        private final byte[] bytes;
        private int length;
        private @Nullable Exception failure;

        Block(int size) {
            this.bytes = new byte[size];
        }
    }

    private final InputStream source;
    private final BlockingQueue<Block> free = new ArrayBlockingQueue<>(BLOCKS);
    private final BlockingQueue<Block> filled = new ArrayBlockingQueue<>(BLOCKS);
    private final Thread thread = new Thread(this::readAll, "read-ahead");
    private Block current;
    private int position;

    private ReadAhead(InputStream source, int blockBytes) {
        this.source = source;
        this.current = new Block(blockBytes);
        for (int number = 1; number < BLOCKS; number++) {
            free.add(new Block(blockBytes));
        }
        thread.setDaemon(true);
    }

    /** Returns a stream with the bytes of the source; closing it closes the source. */
    static InputStream of(InputStream source, int blockBytes) {
        ReadAhead stream = new ReadAhead(source, blockBytes);
        stream.thread.start();
        return stream;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (position == current.length && current.length >= 0) {
            free.add(current);
            current = take(filled);
            position = 0;
        }
        if (current.length < 0) {
            rethrow(current.failure);
            return -1;
        }
        int taken = Math.min(length, current.length - position);
        System.arraycopy(current.bytes, position, target, offset, taken);
        position += taken;
        return taken;
    }

    @Override
    public void close() throws IOException {
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw interrupted();
        } finally {
            source.close();
        }
    }

    private void readAll() {
        try {
            int length;
            do {
                Block block = free.take();
                length = fill(block);
                filled.put(block);
            } while (length >= 0);
        } catch (InterruptedException e) {
            // The stream was closed before its end; a thread that still waits for a block receives the end.
            filled.clear();
            filled.add(ended());
            Thread.currentThread().interrupt();
        }
    }

    private static Block ended() {
        Block end = new Block(0);
        end.length = -1;
        return end;
    }

    private int fill(Block block) {
        try {
            block.length = source.readNBytes(block.bytes, 0, block.bytes.length);
            block.length = block.length == 0 ? -1 : block.length;
        } catch (IOException | RuntimeException e) {
            block.length = -1;
            block.failure = e;
        }
        return block.length;
    }

    private static void rethrow(@Nullable Exception failure) throws IOException {
        if (failure instanceof IOException bad) {
            throw bad;
        }
        if (failure instanceof RuntimeException bad) {
            throw bad;
        }
    }

    private static Block take(BlockingQueue<Block> queue) throws IOException {
        try {
            return queue.take();
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    private static IOException interrupted() {
        Thread.currentThread().interrupt();
        return new InterruptedIOException("interrupted while decompressing");
    }
}
