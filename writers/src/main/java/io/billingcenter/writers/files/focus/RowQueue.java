package io.billingcenter.writers.files.focus;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Hands rows to a consumer in another thread, in their order and in blocks, so that rows are checked and written while the next
 * ones are read. A bounded number of blocks waits.
 */
final class RowQueue implements AutoCloseable {

    private static final int BLOCK = 500;
    private static final int MOST_BLOCKS = 4;

    private final Consumer<@Nullable String[]> consumer;
    private final ExecutorService thread;
    private final Deque<Future<?>> waiting = new ArrayDeque<>();
    private List<@Nullable String[]> block = new ArrayList<>(BLOCK);

    /**
     * Begins a queue.
     *
     * @param name of the thread
     * @param consumer takes the rows; only ever called in that thread
     */
    RowQueue(String name, Consumer<@Nullable String[]> consumer) {
        this.consumer = consumer;
        this.thread = Executors.newSingleThreadExecutor(work -> {
            Thread thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Adds a row; what the consumer throws for an earlier one is thrown here. */
    void add(@Nullable String[] row) {
        block.add(row);
        if (block.size() == BLOCK) {
            send();
        }
    }

    private void send() {
        List<@Nullable String[]> rows = block;
        block = new ArrayList<>(BLOCK);
        waiting.add(thread.submit(() -> rows.forEach(consumer)));
        while (waiting.size() > MOST_BLOCKS) {
            await(waiting.remove());
        }
    }

    /** Waits until the consumer has taken all rows. */
    void finish() {
        send();
        while (!waiting.isEmpty()) {
            await(waiting.remove());
        }
    }

    private static void await(Future<?> rows) {
        try {
            rows.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Expected to write all rows, found an interruption", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException("Expected to write all rows, found " + e.getCause(), e);
        }
    }

    /** Ends the thread; rows that were not waited for are given up. */
    @Override
    public void close() {
        thread.shutdownNow();
        try {
            // Nobody may write to a file that is closed and removed next.
            thread.awaitTermination(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
