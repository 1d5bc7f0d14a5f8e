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
 * Folds by several threads, the caller's among them, with the same result as by one: each thread folds a finer slice of
 * its own, and reads text for all of them whenever it has nothing to fold. So the text is read once, however many threads
 * there are, and no table is shared. What is rejected is passed on by the caller's thread, in the order of the text.
 */
final class ParallelFold implements DayFolding {

    /** Batches beside one for each thread, so that no thread waits for the one that is behind. */
    private static final int SPARE_BATCHES = 4;

    private final RejectionSink quarantine;
    private final List<FoldWorker> shares = new ArrayList<>();
    private final List<WorkspaceDayFold> folds;
    private final MeteringRows rows;
    private final FoldScheduler turns;
    private final List<Thread> threads = new ArrayList<>();
    private final List<byte[]> arrays = new ArrayList<>();
    private @Nullable ChunkSplitter text;

    /**
     * Starts the threads.
     *
     * @param tables those of each thread, at least two
     */
    ParallelFold(WorkspaceDay workspaceDay, MeteringTerms terms, RejectionSink quarantine, List<FoldTables> tables) {
        this.quarantine = quarantine;
        int count = tables.size();
        SubjectTable subjects = new SubjectTable();
        for (int part = 0; part < count; part++) {
            FoldWorker.Part own = new FoldWorker.Part(part, count, tables.get(part));
            shares.add(new FoldWorker(workspaceDay, terms, own, subjects, quarantine));
        }
        this.folds = shares.stream().map(FoldWorker::fold).toList();
        this.rows = new MeteringRows(folds, FoldListener.NONE);
        this.turns = new FoldScheduler(
                count,
                Stream.generate(() -> new SharedChunk(terms.slice(), count))
                        .limit((long) count + SPARE_BATCHES)
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
            // There may be no thread to be had; those there are must end.
            close();
            throw e;
        }
    }

    @Override
    public void startFile(String file) {
        shares.forEach(share -> share.startFile(file));
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
        ChunkSplitter stretches = new ChunkSplitter(source, blockBytes, file, this::unusedArray);
        RecordFault fault = stretches.skipHeader();
        if (fault != null) {
            reject(fault.ofFile(file));
            return;
        }
        shares.forEach(share -> share.setLineOffset(stretches.linesOfHeader()));
        text = stretches;
        turns.startText();
        work(0);
        rethrow(turns.failure());
    }

    @Override
    public void foldRows(RecordSplitter lines, String file) throws IOException {
        rows.fold(lines, file);
        shares.forEach(FoldWorker::countRecords);
    }

    @Override
    public long recordsOfFile() {
        return shares.stream().mapToLong(FoldWorker::recordsOfFile).sum();
    }

    @Override
    public long slowRecords() {
        return shares.stream().mapToLong(share -> share.reader().slowRecords()).sum();
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
        turns.close();
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
            while (takeTurn(thread)) {
                // one turn after the other
            }
        } catch (IOException | RuntimeException | Error e) {
            turns.fail(thread, e);
        }
    }

    private boolean takeTurn(int thread) throws IOException {
        switch (turns.next(thread)) {
            case CUT -> cutAndRead(shares.get(thread).reader());
            case FOLD -> {
                shares.get(thread).fold(turns.toFold(thread));
                turns.hasFolded(thread);
            }
            case PASS_ON -> {
                turns.toPassOn().passOn(quarantine);
                turns.hasPassedOn();
            }
            case END -> {
                return false;
            }
        }
        return true;
    }

    private void cutAndRead(ChunkParser reader) throws IOException {
        SharedChunk batch = turns.toCut();
        if (Objects.requireNonNull(text).cut(batch, reader)) {
            long number = turns.hasCut();
            reader.read(batch);
            turns.hasRead(number);
        } else {
            turns.hasFoundEnd();
        }
    }

    /** An array that no batch on the way lies in; for the thread whose turn it is to cut. */
    private byte[] unusedArray(byte[] last, int length) {
        for (byte[] array : arrays) {
            if (array.length >= length && !turns.isInUse(array)) {
                return array;
            }
        }
        arrays.removeIf(array -> !turns.isInUse(array));
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
