package io.billingcenter.readers.traffic;

import io.billingcenter.domain.usage.WorkspaceDayFold;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Folds batches in a thread of its own while the next ones are read, in the order they come, so with the same result. Few
 * batches are on the way at once. What folding throws is thrown where the next batch is handed over, or at the end.
 */
final class FoldThread implements BatchFolding {

    private static final int BATCHES = 16;
    private static final int RECORDS = 512;

    /** An array of bytes and the number of the last batch that refers to it. */
    private static final class Block {
        private final byte[] bytes;
        private long lastBatch;

        Block(byte[] bytes) {
            this.bytes = bytes;
        }
    }

    private final WorkspaceDayFold fold;
    private final Runnable whenTaken;
    private final RecordBatch[] batches = new RecordBatch[BATCHES];
    private final List<Block> blocks = new ArrayList<>();
    private final Thread thread = new Thread(this::foldAll, "fold");
    private Block current = new Block(new byte[0]);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private long handed;
    private long folded;
    private boolean closed;
    private @Nullable Throwable failure;

    /**
     * Starts the thread.
     *
     * @param whenTaken is called in the caller's thread now and then, and at the end: to take what folding has rejected
     */
    FoldThread(WorkspaceDayFold fold, Runnable whenTaken) {
        this.fold = fold;
        this.whenTaken = whenTaken;
        Arrays.setAll(batches, index -> new RecordBatch(RECORDS));
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public RecordBatch first() {
        finish();
        return batches[(int) (handed % BATCHES)];
    }

    @Override
    public RecordBatch fold(RecordBatch full) {
        current.lastBatch = handed + 1;
        locked(() -> handed++);
        awaitFolded(handed - BATCHES + 1);
        whenTaken.run();
        return batches[(int) (handed % BATCHES)];
    }

    @Override
    public void finish() {
        awaitFolded(handed);
        whenTaken.run();
    }

    @Override
    public byte[] array(byte[] last, int length) {
        long done = foldedBatches();
        Block next = blocks.stream()
                .filter(block -> block != current && block.lastBatch <= done && block.bytes.length >= length)
                .findFirst()
                .orElse(null);
        if (next == null) {
            blocks.removeIf(block -> block != current && block.lastBatch <= done);
            next = new Block(new byte[length]);
            blocks.add(next);
        }
        current = next;
        return next.bytes;
    }

    @Override
    public void close() {
        locked(() -> closed = true);
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void foldAll() {
        for (long number = 0; awaitHanded(number); number++) {
            Throwable problem = problemOf(batches[(int) (number % BATCHES)]);
            long done = number + 1;
            locked(() -> {
                folded = done;
                failure = problem;
            });
            if (problem != null) {
                return;
            }
        }
    }

    private @Nullable Throwable problemOf(RecordBatch batch) {
        try {
            batch.foldInto(fold);
            return null;
        } catch (RuntimeException | Error e) {
            return e;
        }
    }

    /** Waits for a batch; false when there will be none. */
    private boolean awaitHanded(long number) {
        lock.lock();
        try {
            while (handed <= number && !closed) {
                moved.awaitUninterruptibly();
            }
            return !closed;
        } finally {
            lock.unlock();
        }
    }

    private void awaitFolded(long count) {
        lock.lock();
        try {
            while (folded < count && failure == null) {
                moved.awaitUninterruptibly();
            }
            if (failure instanceof RuntimeException problem) {
                throw problem;
            }
            if (failure instanceof Error problem) {
                throw problem;
            }
        } finally {
            lock.unlock();
        }
    }

    private long foldedBatches() {
        lock.lock();
        try {
            return folded;
        } finally {
            lock.unlock();
        }
    }

    private void locked(Runnable change) {
        lock.lock();
        try {
            change.run();
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
