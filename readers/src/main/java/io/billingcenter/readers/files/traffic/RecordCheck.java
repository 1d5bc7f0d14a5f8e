package io.billingcenter.readers.files.traffic;

import de.siegmar.fastcsv.reader.CsvReader;
import io.billingcenter.domain.metering.fold.WorkspaceDayFold;
import io.billingcenter.domain.usage.RejectionReason;
import io.billingcenter.domain.usage.TrafficRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Checks records of traffic logs one by one, and takes out what is folded of them. Not for several threads. */
final class RecordCheck {

    private final CsvReader.CsvReaderBuilder csv = CsvReader.builder().skipEmptyLines(false);
    private final RecordRules rules;
    private final RecordColumns columns = new RecordColumns();

    /** Checks records of the workspace-day that is folded. */
    RecordCheck(WorkspaceDayFold fold) {
        this.rules = new RecordRules(fold);
    }

    /** Skips the header, and a byte order mark before it; or tells what stands there instead. */
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

    /** Fills the record, but for its place, from what was cut last; or tells the first fault, and it is of no use. */
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
