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
 * The state of one of several threads that fold together: a parser and the fold of a finer slice. Used by that thread,
 * and by the caller's thread while no text is being folded.
 */
final class FoldWorker {

    /**
     * The part of the slice that this worker folds.
     *
     * @param index index of the part, from 0
     * @param count number of parts
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
     * Creates the worker for one part of the slice of these terms.
     *
     * @param subjects table shared by all workers
     * @param quarantine receives rejected whole files; rejected records are added to their chunk
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

    /** Sets the number of lines before the first chunk. */
    void setLineOffset(long lines) {
        linesBefore = lines;
    }

    /** Folds the next chunk. */
    void fold(SharedChunk next) {
        chunk = next;
        next.foldInto(fold, part.index, linesBefore);
        linesBefore += next.lineCount();
        chunk = null;
        publishRecordCount();
    }

    /** Publishes the number of records of the file decided on so far. */
    void publishRecordCount() {
        recordsOfFile = fold.recordsOfFile();
    }

    /** Returns the number published last; any thread may call it. */
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
