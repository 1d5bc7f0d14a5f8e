package io.billingcenter.readers.files.traffic;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;

/** Computes results on several threads and hands them out in the order of their inputs; few of them wait at once. */
final class OrderedResults {

    /** Results of each thread that may wait to be handed out. */
    private static final int WAITING = 3;

    private OrderedResults() {}

    /**
     * Computes a result of each input.
     *
     * @param threads number of threads that compute
     * @param compute must not depend on the thread or on other inputs
     * @param accept receives the results in the thread of the caller
     */
    static <I, R> void forEach(List<I> inputs, int threads, Function<I, R> compute, Consumer<R> accept) {
        ExecutorService pool = Executors.newFixedThreadPool(threads, OrderedResults::thread);
        try {
            Deque<Future<R>> waiting = new ArrayDeque<>();
            for (I input : inputs) {
                waiting.add(pool.submit(() -> compute.apply(input)));
                if (waiting.size() > threads * WAITING) {
                    accept.accept(result(waiting.remove()));
                }
            }
            while (!waiting.isEmpty()) {
                accept.accept(result(waiting.remove()));
            }
        } finally {
            pool.shutdownNow();
        }
    }

    /** Returns a thread that does not keep the program from ending. */
    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "traffic-walk");
        thread.setDaemon(true);
        return thread;
    }

    private static <R> R result(Future<R> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Expected the walk to end, found an interruption", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            if (e.getCause() instanceof Error failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
