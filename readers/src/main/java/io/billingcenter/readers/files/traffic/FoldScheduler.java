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
    enum Turn {
        /** Cut the batch {@link FoldScheduler#toCut}, then read it. */
        CUT,
        /** Fold the batch {@link FoldScheduler#toFold}. */
        FOLD,
        /** Pass on what was rejected of the batch {@link FoldScheduler#toPassOn}. */
        PASS_ON,
        /** Nothing any more: all is done, or something has failed. */
        END
    }

    private static final int CALLER = 0;
    private static final int NOBODY = -1;

    private final SharedChunk[] batches;
    private final boolean[] isRead;
    private final long[] foldedBatches;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private long cutBatches;
    private long passedOnBatches;
    private int cutter = NOBODY;
    private boolean textEnded = true;
    private boolean closed;
    private @Nullable Throwable failure;

    /** Turns of so many threads; there is no text yet. */
    FoldScheduler(int threads, List<SharedChunk> batches) {
        this.foldedBatches = new long[threads];
        this.isRead = new boolean[batches.size()];
        this.batches = batches.toArray(SharedChunk[]::new);
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
            moved.signalAll();
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
                moved.awaitUninterruptibly();
            }
            return failure;
        } finally {
            lock.unlock();
        }
    }

    /** Waits until there is something to do for the thread; thread 0 is at its end with every text. */
    Turn next(int thread) {
        lock.lock();
        try {
            Turn turn = turn(thread);
            while (turn == null) {
                moved.awaitUninterruptibly();
                turn = turn(thread);
            }
            if (turn == Turn.CUT) {
                cutter = thread;
            }
            return turn;
        } finally {
            lock.unlock();
        }
    }

    /** The batch to be cut, for the thread whose turn that is. */
    SharedChunk toCut() {
        return batches[slot(cutBatches)];
    }

    /** The batch to be folded by that thread. */
    SharedChunk toFold(int thread) {
        return batches[slot(foldedBatches[thread])];
    }

    /** The batch of which rejections are to be passed on. */
    SharedChunk toPassOn() {
        return batches[slot(passedOnBatches)];
    }

    /** The batch is cut, and there may be more text; its number is given, for {@link #hasRead}. */
    long hasCut() {
        lock.lock();
        try {
            long number = cutBatches;
            isRead[slot(number)] = false;
            cutBatches++;
            cutter = NOBODY;
            moved.signalAll();
            return number;
        } finally {
            lock.unlock();
        }
    }

    /** Instead of a batch to be cut there was the end of the text. */
    void hasFoundEnd() {
        locked(() -> {
            textEnded = true;
            cutter = NOBODY;
        });
    }

    /** The records of the batch of that number are read. */
    void hasRead(long number) {
        locked(() -> isRead[slot(number)] = true);
    }

    /** The thread has folded its batch. */
    void hasFolded(int thread) {
        locked(() -> foldedBatches[thread]++);
    }

    /** What was rejected of a batch is passed on; it may be filled again. */
    void hasPassedOn() {
        locked(() -> passedOnBatches++);
    }

    /** Whether a batch that is being cut, or is not done yet, lies in the array; for the thread whose turn it is to cut. */
    boolean isInUse(byte[] array) {
        lock.lock();
        try {
            for (long number = passedOnBatches; number <= cutBatches; number++) {
                if (batches[slot(number)].isOf(array)) {
                    return true;
                }
            }
            return false;
        } finally {
            lock.unlock();
        }
    }

    private @Nullable Turn turn(int thread) {
        if (failure != null || closed) {
            return Turn.END;
        }
        if (thread == CALLER && passedOnBatches < leastFolded()) {
            return Turn.PASS_ON;
        }
        long next = foldedBatches[thread];
        if (next < cutBatches && isRead[slot(next)]) {
            return Turn.FOLD;
        }
        if (!textEnded && cutter == NOBODY && cutBatches - passedOnBatches < batches.length) {
            return Turn.CUT;
        }
        return thread == CALLER && textEnded && passedOnBatches == cutBatches ? Turn.END : null;
    }

    private long leastFolded() {
        long least = foldedBatches[0];
        for (long count : foldedBatches) {
            least = Math.min(least, count);
        }
        return least;
    }

    private int slot(long number) {
        return (int) (number % batches.length);
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
