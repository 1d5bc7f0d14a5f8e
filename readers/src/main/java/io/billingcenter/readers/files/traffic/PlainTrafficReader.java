package io.billingcenter.readers.files.traffic;

import io.billingcenter.domain.metering.fold.MeteredDay;
import io.billingcenter.domain.metering.fold.MeteringTerms;
import io.billingcenter.domain.metering.fold.RejectionSink;
import io.billingcenter.domain.metering.fold.WorkspaceDayFold;
import io.billingcenter.domain.usage.RejectionReason;
import io.billingcenter.domain.usage.WorkspaceDay;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A reader that handles one record after another and one rule after another, with a CSV library for quoted fields. It
 * is written to be obviously correct, so that a faster reader can be compared with it. Files are streamed in blocks; a
 * few MB are held at a time.
 */
public final class PlainTrafficReader implements TrafficReader {

    private static final int BLOCK_BYTES = 1 << 18;

    private final int blockBytes;

    /** Creates a reader for any number of workspace-days, which several threads may use. */
    public PlainTrafficReader() {
        this(BLOCK_BYTES);
    }

    PlainTrafficReader(int blockBytes) {
        this.blockBytes = blockBytes;
    }

    @Override
    public MeteredDay read(
            WorkspaceDay workspaceDay,
            List<Path> files,
            Map<String, String> unreadable,
            MeteringTerms terms,
            RejectionSink quarantine)
            throws IOException {
        return read(new WorkspaceDayFold(workspaceDay, terms, quarantine), files, unreadable, FoldListener.NONE);
    }

    /** Reads into a fold of the caller, and reports every folded record to the listener. */
    MeteredDay read(WorkspaceDayFold fold, List<Path> files, Map<String, String> unreadable, FoldListener listener)
            throws IOException {
        CsvRecords records = new CsvRecords(fold, listener);
        MeteringRows rows = new MeteringRows(List.of(fold), listener);
        for (Path path : files) {
            TrafficFile file = TrafficFile.at(path);
            fold.startFile(file.name());
            String known = unreadable.get(file.name());
            String defect = known == null ? file.defect() : known;
            if (defect != null) {
                fold.reject(new RecordFault(RejectionReason.UNREADABLE_FILE, defect).ofFile(file.name()));
                continue;
            }
            try (InputStream text = file.open()) {
                switch (file.content()) {
                    case RECORDS -> records.fold(RecordSplitter.ofCsv(text, blockBytes), file.name());
                    case METERING_ROWS -> rows.fold(RecordSplitter.ofLines(text, blockBytes), file.name());
                }
            }
        }
        return fold.finish();
    }
}
