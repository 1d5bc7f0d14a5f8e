package io.billingcenter.writers.files.delivery;

import io.billingcenter.domain.delivery.DeliveredFile;
import io.billingcenter.writers.files.delivery.Manifest.FileEntry;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes the files of a period, several at once, and ends when none is being written any more. One thread writes in the
 * transaction of the caller; several have one for each file.
 */
final class ParallelFiles {

    /** Writes a file and returns the entries of its parts. */
    @FunctionalInterface
    interface FileWriter {

        /**
         * Writes the file.
         *
         * @throws IOException if it cannot be written
         */
        List<FileEntry> write(DeliveredFile file) throws IOException;
    }

    private final int threads;
    private final TransactionTemplate transaction;

    ParallelFiles(int threads, PlatformTransactionManager transactions) {
        this.threads = threads;
        this.transaction = new TransactionTemplate(transactions);
        transaction.setReadOnly(true);
    }

    /**
     * Writes the files and returns their entries, in the order of the files.
     *
     * @throws IOException if a file cannot be written; the first one in their order decides
     */
    List<FileEntry> write(List<DeliveredFile> files, FileWriter writer) throws IOException {
        List<FileEntry> entries = new ArrayList<>();
        if (threads == 1) {
            for (DeliveredFile file : files) {
                entries.addAll(writer.write(file));
            }
            return List.copyOf(entries);
        }
        ExecutorService executor = Executors.newFixedThreadPool(Math.min(threads, files.size()), ParallelFiles::thread);
        try {
            Map<DeliveredFile, Future<List<FileEntry>>> written = new HashMap<>();
            // The widest file takes longest, so it must not be the last to begin.
            files.stream()
                    .sorted(Comparator.comparingInt(
                            (DeliveredFile file) -> -file.columns().size()))
                    .forEach(file -> written.put(file, executor.submit(() -> inTransaction(writer, file))));
            for (DeliveredFile file : files) {
                entries.addAll(resultOf(written.get(file)));
            }
            return List.copyOf(entries);
        } finally {
            // The folder of the files is removed after a failure: until then nobody may write into it.
            executor.shutdownNow();
            awaitEnd(executor);
        }
    }

    private List<FileEntry> inTransaction(FileWriter writer, DeliveredFile file) throws IOException {
        try {
            return Objects.requireNonNull(transaction.execute(status -> {
                try {
                    return writer.write(file);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }));
        } catch (UncheckedIOException e) {
            throw Objects.requireNonNull(e.getCause());
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "deliverFiles");
        thread.setDaemon(true);
        return thread;
    }

    private static List<FileEntry> resultOf(@Nullable Future<List<FileEntry>> file) throws IOException {
        try {
            return file == null ? List.of() : file.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Expected all files to be written, found an interrupt");
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            if (cause instanceof IOException failure) {
                throw failure;
            }
            if (cause instanceof RuntimeException failure) {
                throw failure;
            }
            if (cause instanceof Error failure) {
                throw failure;
            }
            throw new IOException(cause);
        }
    }

    private static void awaitEnd(ExecutorService executor) {
        boolean isInterrupted = false;
        while (!executor.isTerminated()) {
            try {
                executor.awaitTermination(1, TimeUnit.MINUTES);
            } catch (InterruptedException e) {
                isInterrupted = true;
            }
        }
        if (isInterrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
