package io.billingcenter.readers.traffic;

import io.billingcenter.domain.usage.FoldTables;
import io.billingcenter.domain.usage.MeteredDay;
import io.billingcenter.domain.usage.MeteringTerms;
import io.billingcenter.domain.usage.Rejection;
import io.billingcenter.domain.usage.RejectionSink;
import io.billingcenter.domain.usage.Slice;
import io.billingcenter.domain.usage.SubjectTable;
import io.billingcenter.domain.usage.WorkspaceDay;
import io.billingcenter.domain.usage.WorkspaceDayFold;
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
final class SharedFold implements DayFolding {

    private static final int BATCHES_PER_THREAD = 3;

    /** What one thread has for itself. */
    private static final class Share implements RejectionSink {
        private final WorkspaceDayFold fold;
        private final StretchReader reader;
        private final RejectionSink quarantine;
        private volatile long recordsOfFile;
        private final int part;
        private @Nullable SharedBatch batch;
        private long linesBefore;

        Share(WorkspaceDay workspaceDay, MeteringTerms terms, int part, Shared shared, FoldTables tables) {
            this.part = part;
            this.quarantine = shared.quarantine;
            this.fold =
                    new WorkspaceDayFold(workspaceDay, terms.of(shared.parts.get(part)), this, tables, shared.subjects);
            this.reader = new StretchReader(fold, terms.slice());
        }

        /** Outside of batches there is only the caller's thread. */
        @Override
        public void accept(Rejection rejection) {
            if (batch == null) {
                quarantine.accept(rejection);
            } else {
                batch.reject(rejection);
            }
        }

        void fold(SharedBatch next) {
            batch = next;
            next.foldInto(fold, part, linesBefore);
            linesBefore += next.allLines();
            batch = null;
            recordsOfFile = fold.recordsOfFile();
        }
    }

    private record Shared(RejectionSink quarantine, SubjectTable subjects, List<Slice> parts) {}

    private final RejectionSink quarantine;
    private final List<Share> shares = new ArrayList<>();
    private final List<WorkspaceDayFold> folds;
    private final MeteringRows rows;
    private final BatchTurns turns;
    private final List<Thread> threads = new ArrayList<>();
    private final List<byte[]> arrays = new ArrayList<>();
    private @Nullable TextStretches text;

    /**
     * Starts the threads.
     *
     * @param tables those of each thread, at least two
     */
    SharedFold(WorkspaceDay workspaceDay, MeteringTerms terms, RejectionSink quarantine, List<FoldTables> tables) {
        this.quarantine = quarantine;
        int count = tables.size();
        Shared shared = new Shared(quarantine, new SubjectTable(), terms.slice().parts(count));
        for (int part = 0; part < count; part++) {
            shares.add(new Share(workspaceDay, terms, part, shared, tables.get(part)));
        }
        this.folds = shares.stream().map(share -> share.fold).toList();
        this.rows = new MeteringRows(folds, FoldListener.NONE);
        this.turns = new BatchTurns(
                count,
                Stream.generate(() -> new SharedBatch(terms.slice(), count))
                        .limit((long) count * BATCHES_PER_THREAD)
                        .toList());
        for (int number = 1; number < count; number++) {
            int own = number;
            Thread thread = new Thread(() -> work(own), "fold-" + number);
            thread.setDaemon(true);
            threads.add(thread);
            thread.start();
        }
    }

    @Override
    public void startFile(String file) {
        for (Share share : shares) {
            share.fold.startFile(file);
            share.recordsOfFile = 0;
        }
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
        TextStretches stretches = new TextStretches(source, blockBytes, file, this::unusedArray);
        Fault fault = stretches.skipHeader();
        if (fault != null) {
            reject(fault.ofFile(file));
            return;
        }
        shares.forEach(share -> share.linesBefore = stretches.linesOfHeader());
        text = stretches;
        turns.startText();
        work(0);
        rethrow(turns.failure());
    }

    @Override
    public void foldRows(RecordSplitter lines, String file) throws IOException {
        rows.fold(lines, file);
        shares.forEach(share -> share.recordsOfFile = share.fold.recordsOfFile());
    }

    @Override
    public long recordsOfFile() {
        return shares.stream().mapToLong(share -> share.recordsOfFile).sum();
    }

    @Override
    public long slowRecords() {
        return shares.stream().mapToLong(share -> share.reader.slowRecords()).sum();
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
            turns.fail(e);
        }
    }

    private boolean takeTurn(int thread) throws IOException {
        switch (turns.next(thread)) {
            case CUT -> cutAndRead(shares.get(thread).reader);
            case FOLD -> {
                shares.get(thread).fold(turns.toFold(thread));
                turns.folded(thread);
            }
            case PASS_ON -> {
                turns.toPassOn().passOn(quarantine);
                turns.passedOn();
            }
            case END -> {
                return false;
            }
        }
        return true;
    }

    private void cutAndRead(StretchReader reader) throws IOException {
        SharedBatch batch = turns.toCut();
        if (Objects.requireNonNull(text).cut(batch, reader)) {
            long number = turns.cut();
            reader.read(batch);
            turns.read(number);
        } else {
            turns.endText();
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
