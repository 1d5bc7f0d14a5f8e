package io.billingcenter.readers.files.traffic;

import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Assigns tasks on the chunks of a text to several threads. One thread at a time cuts text. The thread that cut a chunk
 * also parses it while others cut on. Every thread folds every chunk in order, and thread 0 passes on the rejections in
 * order. Only a few chunks are in progress at once.
 *
 * <p>All assignments are made under one lock, so a thread sees everything that other threads did with its chunk before.
 */
final class FoldScheduler {

    /** The next task of a thread. */
    enum Task {
        /** Cut the chunk {@link FoldScheduler#chunkToCut}, then parse it. */
        CUT,
        /** Fold the chunk {@link FoldScheduler#chunkToFold}. */
        FOLD,
        /** Pass on the rejections of the chunk {@link FoldScheduler#chunkToPassOn}. */
        PASS_ON,
        /** Stop: everything is done, or something has failed. */
        END
    }

    private static final int CALLER = 0;
    private static final int NOBODY = -1;

    private final SharedChunk[] chunks;
    private final boolean[] parsed;
    private final long[] foldedChunks;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private long cutChunks;
    private long passedOnChunks;
    private int cutter = NOBODY;
    private boolean textEnded = true;
    private boolean closed;
    private @Nullable Throwable failure;

    /** Creates a scheduler for that number of threads, without a text. */
    FoldScheduler(int threads, List<SharedChunk> chunks) {
        this.foldedChunks = new long[threads];
        this.parsed = new boolean[chunks.size()];
        this.chunks = chunks.toArray(SharedChunk[]::new);
    }

    /** Starts a text. */
    void startText() {
        locked(() -> textEnded = false);
    }

    /** Ends all tasks for good. */
    void close() {
        locked(() -> closed = true);
    }

    /** Ends all tasks and keeps the first failure for the caller. Allocates nothing, since memory may be exhausted. */
    void fail(int thread, Throwable thrown) {
        lock.lock();
        try {
            if (failure == null) {
                failure = thrown;
            }
            if (cutter == thread) {
                cutter = NOBODY;
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Returns the first failure of a thread, or null. Waits until no thread reads the text, so that it can be closed.
     */
    @Nullable
    Throwable failure() {
        lock.lock();
        try {
            while (cutter != NOBODY) {
                changed.awaitUninterruptibly();
            }
            return failure;
        } finally {
            lock.unlock();
        }
    }

    /** Waits for the next task of the thread; thread 0 receives {@link Task#END} after every text. */
    Task next(int thread) {
        lock.lock();
        try {
            Task task = task(thread);
            while (task == null) {
                changed.awaitUninterruptibly();
                task = task(thread);
            }
            if (task == Task.CUT) {
                cutter = thread;
            }
            return task;
        } finally {
            lock.unlock();
        }
    }

    /** Returns the chunk to cut, for the thread that has that task. */
    SharedChunk chunkToCut() {
        return chunks[slot(cutChunks)];
    }

    /** Returns the chunk that the thread has to fold. */
    SharedChunk chunkToFold(int thread) {
        return chunks[slot(foldedChunks[thread])];
    }

    /** Returns the chunk whose rejections have to be passed on. */
    SharedChunk chunkToPassOn() {
        return chunks[slot(passedOnChunks)];
    }

    /** Ends the cutting of a chunk and returns its number for {@link #finishParsing}; more text may follow. */
    long finishCut() {
        lock.lock();
        try {
            long number = cutChunks;
            parsed[slot(number)] = false;
            cutChunks++;
            cutter = NOBODY;
            changed.signalAll();
            return number;
        } finally {
            lock.unlock();
        }
    }

    /** Reports the end of the text in place of a chunk. */
    void finishText() {
        locked(() -> {
            textEnded = true;
            cutter = NOBODY;
        });
    }

    /** Reports that the records of the chunk with that number are parsed. */
    void finishParsing(long number) {
        locked(() -> parsed[slot(number)] = true);
    }

    /** Reports that the thread has folded its chunk. */
    void finishFold(int thread) {
        locked(() -> foldedChunks[thread]++);
    }

    /** Reports that the rejections of a chunk were passed on, so that it can be filled again. */
    void finishPassOn() {
        locked(() -> passedOnChunks++);
    }

    /** Returns whether a chunk in progress is in the array. For the thread that is cutting. */
    boolean isInUse(byte[] array) {
        lock.lock();
        try {
            for (long number = passedOnChunks; number <= cutChunks; number++) {
                if (chunks[slot(number)].isOf(array)) {
                    return true;
                }
            }
            return false;
        } finally {
            lock.unlock();
        }
    }

    private @Nullable Task task(int thread) {
        if (failure != null || closed) {
            return Task.END;
        }
        if (thread == CALLER && passedOnChunks < leastFolded()) {
            return Task.PASS_ON;
        }
        long next = foldedChunks[thread];
        if (next < cutChunks && parsed[slot(next)]) {
            return Task.FOLD;
        }
        if (!textEnded && cutter == NOBODY && cutChunks - passedOnChunks < chunks.length) {
            return Task.CUT;
        }
        return thread == CALLER && textEnded && passedOnChunks == cutChunks ? Task.END : null;
    }

    private long leastFolded() {
        long least = foldedChunks[0];
        for (long count : foldedChunks) {
            least = Math.min(least, count);
        }
        return least;
    }

    private int slot(long number) {
        return (int) (number % chunks.length);
    }

    private void locked(Runnable change) {
        lock.lock();
        try {
            change.run();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
