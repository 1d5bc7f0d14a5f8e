package io.billingcenter.readers.files.traffic;

import io.billingcenter.domain.metering.fold.WorkspaceDayFold;
import java.io.IOException;
import java.io.InputStream;

/** Folds the records of traffic logs: lines that {@link FastLine} reads, and all others, good or bad, by the plain rules. */
final class FastRecords {

    /** So many that what is read is still near when it is folded. */
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

    /** How many records were left to {@link CsvRecords}. */
    long slowRecords() {
        return slowRecords;
    }

    /** Folds lines as long as they are read here. */
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
