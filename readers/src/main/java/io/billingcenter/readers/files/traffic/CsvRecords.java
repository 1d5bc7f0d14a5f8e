package io.billingcenter.readers.files.traffic;

import io.billingcenter.domain.metering.fold.WorkspaceDayFold;
import io.billingcenter.domain.metering.fold.WorkspaceDayFold.Outcome;
import io.billingcenter.domain.usage.TrafficRecord;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Folds the records of traffic logs, version 1: UTF-8, RFC 4180, with the header
 *
 * <pre>
 * record_id,time,workspace_id,kind,subject,entity,count,bytes,seconds
 * 7f3c0a52-0b1e-4c59-9b0a-6a0a3a5f2c11,2026-11-21T08:15:30Z,wksp_1,log,default,,1,512,
 * r-42,2026-11-21T16:15:30.25+08:00,wksp_1,session_replay,,session-7,,,1800
 * </pre>
 *
 * <p>The constants of {@link RecordColumns} document the columns.
 */
final class CsvRecords {

    private final WorkspaceDayFold fold;
    private final RecordCheck check;
    private final TrafficRecord accepted = new TrafficRecord();
    private final FoldListener listener;

    CsvRecords(WorkspaceDayFold fold) {
        this(fold, FoldListener.NONE);
    }

    CsvRecords(WorkspaceDayFold fold, FoldListener listener) {
        this.fold = fold;
        this.listener = listener;
        this.check = new RecordCheck(fold);
    }

    void fold(RecordSplitter records, String file) throws IOException {
        if (begin(records, file)) {
            while (records.next()) {
                take(records, file);
            }
        }
    }

    /** Skips the header. A file without the right header is rejected as a whole, and false is returned. */
    boolean begin(RecordSplitter records, String file) throws IOException {
        RecordFault fault = RecordCheck.ofHeader(records);
        if (fault != null) {
            fold.reject(fault.ofFile(file));
        }
        return fault == null;
    }

    /** Folds or rejects the record that was cut last. */
    void take(RecordSplitter record, String file) {
        RecordFault fault = check.check(record, accepted);
        if (fault == null) {
            fault = accept(record);
            listener.folded(file, record.line(), record.offset());
        }
        if (fault != null) {
            fold.reject(fault.of(record, file));
        }
    }

    private @Nullable RecordFault accept(RecordSplitter record) {
        accepted.line = record.line();
        accepted.offset = record.offset();
        return fold.accept(accepted) == Outcome.CONFLICT ? RecordFault.conflictWith(fold.conflictingPlace()) : null;
    }
}
