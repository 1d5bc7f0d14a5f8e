package io.billingcenter.readers.files.traffic;

import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Says what each of several threads does next with the batches of a text. Text is cut by one thread at a time; what was
 * cut is read by the same thread while others cut on; every thread folds every batch, in order; thread 0 passes on what
 * was rejected, in order. Few batches are on the way at once.
 *
 * <p>Whoever is told to do something with a batch sees what others did with it before: all is told under one lock.
 */
final class FoldScheduler {

    /** What a thread does next. */
    enum Task {
        /** Cut the batch {@link FoldScheduler#chunkToCut}, then read it. */
        CUT,
        /** Fold the batch {@link FoldScheduler#chunkToFold}. */
        FOLD,
        /** Pass on what was rejected of the batch {@link FoldScheduler#chunkToPassOn}. */
        PASS_ON,
        /** Nothing any more: all is done, or something has failed. */
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

    /** Turns of so many threads; there is no text yet. */
    FoldScheduler(int threads, List<SharedChunk> chunks) {
        this.foldedChunks = new long[threads];
        this.parsed = new boolean[chunks.size()];
        this.chunks = chunks.toArray(SharedChunk[]::new);
    }

    /** There is text, from here on. */
    void startText() {
        locked(() -> textEnded = false);
    }

    /** No thread has anything to do any more. */
    void close() {
        locked(() -> closed = true);
    }

    /** Ends all turns; what was thrown first is kept for the caller. Makes no object, since memory may be full. */
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

    /** What a thread has thrown, or null. Waits until no thread reads the text any more, so that it can be closed. */
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

    /** Waits until there is something to do for the thread; thread 0 is at its end with every text. */
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

    /** The batch to be cut, for the thread whose turn that is. */
    SharedChunk chunkToCut() {
        return chunks[slot(cutChunks)];
    }

    /** The batch to be folded by that thread. */
    SharedChunk chunkToFold(int thread) {
        return chunks[slot(foldedChunks[thread])];
    }

    /** The batch of which rejections are to be passed on. */
    SharedChunk chunkToPassOn() {
        return chunks[slot(passedOnChunks)];
    }

    /** The batch is cut, and there may be more text; its number is given, for {@link #finishParsing}. */
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

    /** Instead of a batch to be cut there was the end of the text. */
    void finishText() {
        locked(() -> {
            textEnded = true;
            cutter = NOBODY;
        });
    }

    /** The records of the batch of that number are read. */
    void finishParsing(long number) {
        locked(() -> parsed[slot(number)] = true);
    }

    /** The thread has folded its batch. */
    void finishFold(int thread) {
        locked(() -> foldedChunks[thread]++);
    }

    /** What was rejected of a batch is passed on; it may be filled again. */
    void finishPassOn() {
        locked(() -> passedOnChunks++);
    }

    /** Whether a batch that is being cut, or is not done yet, lies in the array; for the thread whose turn it is to cut. */
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
