package io.billingcenter.jobs.metering;

import io.billingcenter.remote.RemoteException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Calls of a remote store on several threads at once, each repeated while a repeat may succeed. */
final class RemoteCalls {

    /** A call of the store. */
    interface Call<I, R> {
        R of(I input) throws IOException;
    }

    /** The wait between two attempts. */
    @FunctionalInterface
    interface Wait {
        void forAt(Duration least, int attempts) throws InterruptedException;
    }

    /** Number of attempts in total. */
    static final int ATTEMPTS = 5;

    /** Waits 0.2, 0.8, 1.8 and 3.2 seconds, or as long as the store asks. */
    static final Wait SLEEP = (least, attempts) -> Thread.sleep(Math.max(least.toMillis(), 200L * attempts * attempts));

    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

    private final int threads;
    private final Wait wait;

    RemoteCalls(int threads, Wait wait) {
        this.threads = threads;
        this.wait = wait;
    }

    /**
     * Returns the result of a call.
     *
     * @throws IOException the last failure
     */
    <I, R> R call(I input, Call<I, R> call) throws IOException {
        for (int attempts = 1; ; attempts++) {
            try {
                return call.of(input);
            } catch (RemoteException e) {
                if (!e.isTemporary() || attempts >= ATTEMPTS) {
                    throw e;
                }
                pause(e, attempts);
            }
        }
    }

    private void pause(RemoteException failure, int attempts) throws IOException {
        Duration least = failure.after().orElse(Duration.ZERO);
        try {
            wait.forAt(least.compareTo(LONGEST_WAIT) < 0 ? least : LONGEST_WAIT, attempts);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw interrupted(failure);
        }
    }

    /**
     * Returns the results of a call for each input, in the order of the inputs.
     *
     * @throws IOException the failure of the first input whose call failed
     */
    <I, R> List<R> all(List<I> inputs, Call<I, R> call) throws IOException {
        ExecutorService pool = Executors.newFixedThreadPool(Math.max(1, Math.min(threads, inputs.size())), work -> {
            Thread thread = new Thread(work, "fetch-traffic");
            thread.setDaemon(true);
            return thread;
        });
        try {
            List<Future<R>> futures = new ArrayList<>();
            for (I input : inputs) {
                futures.add(pool.submit(() -> call(input, call)));
            }
            List<R> results = new ArrayList<>();
            for (Future<R> future : futures) {
                results.add(result(future));
            }
            return results;
        } finally {
            pool.shutdownNow();
        }
    }

    private static <R> R result(Future<R> future) throws IOException {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw interrupted(e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException failure) {
                throw failure;
            }
            if (e.getCause() instanceof UncheckedIOException failure) {
                throw failure.getCause();
            }
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            if (e.getCause() instanceof Error failure) {
                throw failure;
            }
            throw new IOException(e.getCause());
        }
    }

    private static InterruptedIOException interrupted(Exception cause) {
        InterruptedIOException interrupted =
                new InterruptedIOException("Expected the calls of the traffic store to end, found an interruption");
        interrupted.initCause(cause);
        return interrupted;
    }
}
