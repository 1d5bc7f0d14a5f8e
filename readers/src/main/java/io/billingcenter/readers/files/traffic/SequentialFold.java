package io.billingcenter.readers.files.traffic;

import io.billingcenter.domain.metering.fold.MeteredDay;
import io.billingcenter.domain.metering.fold.WorkspaceDayFold;
import io.billingcenter.domain.usage.Rejection;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** Folds in the thread that reads. */
final class SequentialFold implements DayFolding {

    private final WorkspaceDayFold fold;
    private final FastRecords records;
    private final MeteringRows rows;

    SequentialFold(WorkspaceDayFold fold) {
        this.fold = fold;
        this.records = new FastRecords(fold);
        this.rows = new MeteringRows(List.of(fold), FoldListener.NONE);
    }

    @Override
    public void startFile(String file) {
        fold.startFile(file);
    }

    @Override
    public void reject(Rejection file) {
        fold.reject(file);
    }

    @Override
    public void expectRecords(long more) {
        fold.expectRecords(more);
    }

    @Override
    public void foldRecords(InputStream text, int blockBytes, String file) throws IOException {
        records.fold(text, blockBytes, file);
    }

    @Override
    public void foldRows(RecordSplitter lines, String file) throws IOException {
        rows.fold(lines, file);
    }

    @Override
    public long recordsOfFile() {
        return fold.recordsOfFile();
    }

    @Override
    public long slowRecords() {
        return records.slowRecords();
    }

    @Override
    public MeteredDay finish() {
        return fold.finish();
    }

    @Override
    public void close() {
        // nothing to release
    }
}
