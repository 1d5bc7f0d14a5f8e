package io.billingcenter.readers.traffic;

import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Says what each of several threads does next with the batches of a text. Text is cut by one thread at a time; what was
 * cut is read by the same thread while others cut on; every thread folds every batch, in order; thread 0 passes on what
 * was rejected, in order. Few batches are on the way at once.
 */
final class BatchTurns {

    /** What a thread does next. */
    enum Turn {
        /** Cut the batch {@link BatchTurns#toCut}, then read it. */
        CUT,
        /** Fold the batch {@link BatchTurns#toFold}. */
        FOLD,
        /** Pass on what was rejected of the batch {@link BatchTurns#toPassOn}. */
        PASS_ON,
        /** Nothing any more: all is done, or something has failed. */
        END
    }

    private final SharedBatch[] batches;
    private final boolean[] read;
    private final long[] folded;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private long cut;
    private long passedOn;
    private boolean cutting;
    private boolean textEnded = true;
    private boolean closed;
    private @Nullable Throwable failure;

    /** Turns of so many threads; there is no text yet. */
    BatchTurns(int threads, List<SharedBatch> batches) {
        this.folded = new long[threads];
        this.read = new boolean[batches.size()];
        this.batches = batches.toArray(SharedBatch[]::new);
    }

    /** There is text, from here on. */
    void startText() {
        locked(() -> textEnded = false);
    }

    /** No thread has anything to do any more. */
    void close() {
        locked(() -> closed = true);
    }

    /** Ends all turns; what was thrown first is kept for the caller. */
    void fail(Throwable thrown) {
        locked(() -> failure = failure == null ? thrown : failure);
    }

    /** What a thread has thrown, or null. */
    @Nullable
    Throwable failure() {
        lock.lock();
        try {
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
            cutting |= turn == Turn.CUT;
            return turn;
        } finally {
            lock.unlock();
        }
    }

    /** The batch to be cut, for the thread whose turn that is. */
    SharedBatch toCut() {
        return batches[slot(cut)];
    }

    /** The batch to be folded by that thread. */
    SharedBatch toFold(int thread) {
        return batches[slot(folded[thread])];
    }

    /** The batch of which rejections are to be passed on. */
    SharedBatch toPassOn() {
        return batches[slot(passedOn)];
    }

    /** The batch is cut, and there may be more text; its number is given, for {@link #read}. */
    long cut() {
        lock.lock();
        try {
            long number = cut;
            read[slot(number)] = false;
            cut++;
            cutting = false;
            moved.signalAll();
            return number;
        } finally {
            lock.unlock();
        }
    }

    /** Instead of a batch to be cut there is the end of the text. */
    void endText() {
        locked(() -> {
            textEnded = true;
            cutting = false;
        });
    }

    /** The records of the batch of that number are read. */
    void read(long number) {
        locked(() -> read[slot(number)] = true);
    }

    /** The thread has folded its batch. */
    void folded(int thread) {
        locked(() -> folded[thread]++);
    }

    /** What was rejected of a batch is passed on; it may be filled again. */
    void passedOn() {
        locked(() -> passedOn++);
    }

    /** Whether a batch that is being cut, or is not done yet, lies in the array; for the thread whose turn it is to cut. */
    boolean isInUse(byte[] array) {
        lock.lock();
        try {
            for (long number = passedOn; number <= cut; number++) {
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
        if (thread == 0 && passedOn < leastFolded()) {
            return Turn.PASS_ON;
        }
        if (folded[thread] < cut && read[slot(folded[thread])]) {
            return Turn.FOLD;
        }
        if (!textEnded && !cutting && cut - passedOn < batches.length) {
            return Turn.CUT;
        }
        return thread == 0 && textEnded && passedOn == cut ? Turn.END : null;
    }

    private long leastFolded() {
        long least = folded[0];
        for (long count : folded) {
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
