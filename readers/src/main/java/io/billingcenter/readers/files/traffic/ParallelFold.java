package io.billingcenter.readers.files.traffic;

import io.billingcenter.domain.metering.fold.FoldTables;
import io.billingcenter.domain.metering.fold.MeteredDay;
import io.billingcenter.domain.metering.fold.MeteringTerms;
import io.billingcenter.domain.metering.fold.RejectionSink;
import io.billingcenter.domain.metering.fold.SubjectTable;
import io.billingcenter.domain.metering.fold.WorkspaceDayFold;
import io.billingcenter.domain.usage.Rejection;
import io.billingcenter.domain.usage.WorkspaceDay;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Folds with several threads, including the caller's, with the same result as with one. Each thread folds a finer slice
 * of its own, and reads text for all of them whenever it has nothing to fold. The text is therefore read once, whatever
 * the number of threads, and no table is shared. Rejections are passed on by the caller's thread in the order of the
 * text.
 */
final class ParallelFold implements DayFolding {

    /** Chunks in addition to one for each thread, so that no thread waits for the slowest one. */
    private static final int SPARE_CHUNKS = 4;

    private final RejectionSink quarantine;
    private final List<FoldWorker> workers = new ArrayList<>();
    private final List<WorkspaceDayFold> folds;
    private final MeteringRows rows;
    private final FoldScheduler scheduler;
    private final List<Thread> threads = new ArrayList<>();
    private final List<byte[]> arrays = new ArrayList<>();
    private @Nullable ChunkSplitter currentSplitter;

    /**
     * Starts the threads.
     *
     * @param tables tables of each thread, at least two
     */
    ParallelFold(WorkspaceDay workspaceDay, MeteringTerms terms, RejectionSink quarantine, List<FoldTables> tables) {
        this.quarantine = quarantine;
        int count = tables.size();
        SubjectTable subjects = new SubjectTable();
        for (int part = 0; part < count; part++) {
            FoldWorker.Part own = new FoldWorker.Part(part, count, tables.get(part));
            workers.add(new FoldWorker(workspaceDay, terms, own, subjects, quarantine));
        }
        this.folds = workers.stream().map(FoldWorker::fold).toList();
        this.rows = new MeteringRows(folds, FoldListener.NONE);
        this.scheduler = new FoldScheduler(
                count,
                Stream.generate(() -> new SharedChunk(terms.slice(), count))
                        .limit((long) count + SPARE_CHUNKS)
                        .toList());
        for (int number = 1; number < count; number++) {
            int own = number;
            Thread thread = new Thread(() -> work(own), "fold-" + number);
            thread.setDaemon(true);
            threads.add(thread);
        }
        try {
            threads.forEach(Thread::start);
        } catch (Error e) {
            // No more threads could be created; those that were started must end.
            close();
            throw e;
        }
    }

    @Override
    public void startFile(String file) {
        workers.forEach(worker -> worker.startFile(file));
    }

    @Override
    public void reject(Rejection file) {
        folds.forEach(fold -> fold.reject(file));
    }

    @Override
    public void expectRecords(long records) {
        folds.forEach(fold -> fold.expectRecords(records));
    }

    @Override
    public void foldRecords(InputStream source, int blockBytes, String file) throws IOException {
        ChunkSplitter splitter = new ChunkSplitter(source, blockBytes, file, this::unusedArray);
        RecordFault fault = splitter.skipHeader();
        if (fault != null) {
            reject(fault.ofFile(file));
            return;
        }
        workers.forEach(worker -> worker.setLineOffset(splitter.headerLines()));
        currentSplitter = splitter;
        scheduler.startText();
        work(0);
        rethrow(scheduler.failure());
    }

    @Override
    public void foldRows(RecordSplitter lines, String file) throws IOException {
        rows.fold(lines, file);
        workers.forEach(FoldWorker::publishRecordCount);
    }

    @Override
    public long recordsOfFile() {
        return workers.stream().mapToLong(FoldWorker::recordsOfFile).sum();
    }

    @Override
    public long slowRecords() {
        return workers.stream()
                .mapToLong(worker -> worker.parser().slowRecords())
                .sum();
    }

    @Override
    public MeteredDay finish() {
        return folds.stream()
                .map(WorkspaceDayFold::finish)
                .reduce(MeteredDay::plus)
                .orElseThrow();
    }

    @Override
    public void close() {
        scheduler.close();
        boolean interrupted = false;
        for (Thread thread : threads) {
            while (thread.isAlive()) {
                try {
                    thread.join();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void work(int thread) {
        try {
            while (runNext(thread)) {
                // runNext does the work
            }
        } catch (IOException | RuntimeException | Error e) {
            scheduler.fail(thread, e);
        }
    }

    private boolean runNext(int thread) throws IOException {
        switch (scheduler.next(thread)) {
            case CUT -> cutAndParse(workers.get(thread).parser());
            case FOLD -> {
                workers.get(thread).fold(scheduler.chunkToFold(thread));
                scheduler.finishFold(thread);
            }
            case PASS_ON -> {
                scheduler.chunkToPassOn().passOn(quarantine);
                scheduler.finishPassOn();
            }
            case END -> {
                return false;
            }
        }
        return true;
    }

    private void cutAndParse(ChunkParser parser) throws IOException {
        SharedChunk chunk = scheduler.chunkToCut();
        if (Objects.requireNonNull(currentSplitter).cut(chunk, parser)) {
            long number = scheduler.finishCut();
            parser.read(chunk);
            scheduler.finishParsing(number);
        } else {
            scheduler.finishText();
        }
    }

    /** Returns an array that no chunk in progress uses. For the thread that is cutting. */
    private byte[] unusedArray(byte[] last, int length) {
        for (byte[] array : arrays) {
            if (array.length >= length && !scheduler.isInUse(array)) {
                return array;
            }
        }
        arrays.removeIf(array -> !scheduler.isInUse(array));
        byte[] array = new byte[length];
        arrays.add(array);
        return array;
    }

    private static void rethrow(@Nullable Throwable failure) throws IOException {
        if (failure instanceof IOException bad) {
            throw bad;
        }
        if (failure instanceof RuntimeException bad) {
            throw bad;
        }
        if (failure instanceof Error bad) {
            throw bad;
        }
    }
}
