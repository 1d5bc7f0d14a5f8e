package io.billingcenter.readers.files.traffic;

import io.billingcenter.domain.metering.fold.WorkspaceDayFold;
import java.io.IOException;
import java.io.InputStream;

/**
 * Folds the records of traffic logs: lines that {@link FastLine} accepts, and all others, valid or not, by the plain
 * rules.
 */
final class FastRecords {

    /** A batch small enough that its records are still in the processor's cache when they are folded. */
    private static final int BATCH_RECORDS = 32;

    private final WorkspaceDayFold fold;
    private final FastLine line;
    private final CsvRecords plain;
    private final UnparsedLines lines = new UnparsedLines();
    private final RecordBatch batch = new RecordBatch(BATCH_RECORDS);
    private long slowRecords;

    FastRecords(WorkspaceDayFold fold) {
        this.fold = fold;
        this.line = new FastLine(fold, fold.terms().slice());
        this.plain = new CsvRecords(fold);
    }

    /** Folds the records of a file. */
    void fold(InputStream text, int blockBytes, String file) throws IOException {
        RecordSplitter records = RecordSplitter.ofCsv(text, blockBytes);
        if (!plain.begin(records, file)) {
            return;
        }
        while (true) {
            foldLines(records, file);
            if (!records.next()) {
                return;
            }
            slowRecords++;
            plain.take(records, file);
        }
    }

    /** Returns the number of records that were handled by {@link CsvRecords}. */
    long slowRecords() {
        return slowRecords;
    }

    /** Folds lines up to the first one that needs the plain rules. */
    private void foldLines(RecordSplitter records, String file) throws IOException {
        boolean read = true;
        while (read && records.bufferLine()) {
            lines.set(records.position(), records.endOfLines(), records.nextLine());
            batch.startAt(records.bytes(), records.nextOffset() - records.position(), file);
            line.read(lines, batch);
            read = batch.isFull() || lines.isEmpty();
            records.resumeAt(lines.start(), lines.number());
            batch.foldInto(fold);
        }
    }
}
