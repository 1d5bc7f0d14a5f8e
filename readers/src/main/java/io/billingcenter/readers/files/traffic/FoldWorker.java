package io.billingcenter.readers.files.traffic;

import io.billingcenter.domain.metering.fold.FoldTables;
import io.billingcenter.domain.metering.fold.MeteringTerms;
import io.billingcenter.domain.metering.fold.RejectionSink;
import io.billingcenter.domain.metering.fold.SubjectTable;
import io.billingcenter.domain.metering.fold.WorkspaceDayFold;
import io.billingcenter.domain.usage.Rejection;
import io.billingcenter.domain.usage.WorkspaceDay;
import org.jspecify.annotations.Nullable;

/**
 * What one of several threads that fold together has for itself: a reader and the fold of a finer slice. Used by that
 * thread; by the caller's when no text is being folded.
 */
final class FoldWorker {

    /**
     * The part of the slice that is folded here.
     *
     * @param index from 0
     * @param count how many parts there are
     */
    record Part(int index, int count, FoldTables tables) {}

    private final Part part;
    private final WorkspaceDayFold fold;
    private final ChunkParser parser;
    private final RejectionSink quarantine;
    private @Nullable SharedChunk chunk;
    private long linesBefore;
    private volatile long recordsOfFile;

    /**
     * A share of folding these terms' slice.
     *
     * @param subjects the same for all shares
     * @param quarantine takes whole files that are rejected; records are rejected into their batch
     */
    FoldWorker(
            WorkspaceDay workspaceDay,
            MeteringTerms terms,
            Part part,
            SubjectTable subjects,
            RejectionSink quarantine) {
        this.part = part;
        this.quarantine = quarantine;
        this.fold = new WorkspaceDayFold(
                workspaceDay,
                terms.of(terms.slice().parts(part.count).get(part.index)),
                this::reject,
                part.tables,
                subjects);
        this.parser = new ChunkParser(fold, terms.slice());
    }

    WorkspaceDayFold fold() {
        return fold;
    }

    ChunkParser parser() {
        return parser;
    }

    void startFile(String file) {
        fold.startFile(file);
        publishRecordCount();
    }

    /** From here on there are batches, and so many lines before the first one. */
    void setLineOffset(long lines) {
        linesBefore = lines;
    }

    /** Folds the next batch. */
    void fold(SharedChunk next) {
        chunk = next;
        next.foldInto(fold, part.index, linesBefore);
        linesBefore += next.lineCount();
        chunk = null;
        publishRecordCount();
    }

    /** Makes known how many records of the file were decided on. */
    void publishRecordCount() {
        recordsOfFile = fold.recordsOfFile();
    }

    /** As it was made known last; to be asked by any thread. */
    long recordsOfFile() {
        return recordsOfFile;
    }

    private void reject(Rejection rejection) {
        if (chunk == null) {
            quarantine.accept(rejection);
        } else {
            chunk.reject(rejection);
        }
    }
}
