package io.billingcenter.readers.files.traffic;

import de.siegmar.fastcsv.reader.CsvReader;
import io.billingcenter.domain.metering.fold.WorkspaceDayFold;
import io.billingcenter.domain.usage.RejectionReason;
import io.billingcenter.domain.usage.TrafficRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Checks records of traffic logs one by one, and extracts the values to fold. Not thread-safe. */
final class RecordCheck {

    private final CsvReader.CsvReaderBuilder csv = CsvReader.builder().skipEmptyLines(false);
    private final RecordRules rules;
    private final RecordColumns columns = new RecordColumns();

    /** Creates a check for the workspace-day of the fold. */
    RecordCheck(WorkspaceDayFold fold) {
        this.rules = new RecordRules(fold);
    }

    /** Skips the header, and a byte order mark before it; returns the fault if there is no header. */
    static @Nullable RecordFault ofHeader(RecordSplitter records) throws IOException {
        records.skipByteOrderMark();
        if (records.skipHeader(RecordColumns.HEADER)) {
            return null;
        }
        return new RecordFault(
                RejectionReason.BAD_HEADER,
                "Expected the header " + RecordColumns.HEADER + ", found "
                        + RecordFault.quoted(records.startOfLine(RecordFault.MAX_FOUND_LENGTH * 4)));
    }

    /**
     * Fills the record, except for its place, from the record that was cut last. Returns the first fault if there is
     * one; then the record must not be used.
     */
    @Nullable
    RecordFault check(RecordSplitter cut, TrafficRecord record) {
        RecordFault fault = RecordFault.ofGrammar(cut);
        if (fault != null) {
            return fault;
        }
        if (cut.fields() != RecordColumns.COUNT) {
            return new RecordFault(
                    RejectionReason.MALFORMED, "Expected " + RecordColumns.COUNT + " columns, found " + cut.fields());
        }
        if (cut.hasQuotes()) {
            String text = new String(cut.bytes(), cut.start(), cut.end() - cut.start(), StandardCharsets.UTF_8);
            columns.take(csv.ofSingleCsvRecord(text).getFields());
        } else {
            columns.split(cut.bytes(), cut.start(), cut.end());
        }
        return rules.check(columns, record);
    }
}
