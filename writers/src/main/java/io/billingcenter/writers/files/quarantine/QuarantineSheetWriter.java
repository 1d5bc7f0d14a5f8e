package io.billingcenter.writers.files.quarantine;

import io.billingcenter.domain.quarantine.QuarantineSheet;
import io.billingcenter.domain.quarantine.QuarantinedRecord;
import io.billingcenter.domain.quarantine.RawText;
import io.billingcenter.writers.files.AtomicFile;
import io.billingcenter.writers.files.CsvOutput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/** Writes a {@link QuarantineSheet}: UTF-8, RFC 4180, CRLF. */
public final class QuarantineSheetWriter implements AutoCloseable {

    private final AtomicFile file;
    private final CsvOutput csv;
    private long rows;

    /** Begins the file at that path. */
    public QuarantineSheetWriter(Path path) throws IOException {
        file = AtomicFile.create(path);
        csv = new CsvOutput(file.writer());
        write(QuarantineSheet.columns());
    }

    /**
     * Writes a row.
     *
     * @param fields the fields of the record as far as they can be parsed, else empty
     * @param meteringRow the text of a metering row; empty if the record is none or is not valid text
     */
    public void add(QuarantinedRecord bad, RawText raw, List<String> fields, String meteringRow) {
        write(QuarantineSheet.cells(bad, raw, fields, meteringRow));
        rows++;
    }

    /** Returns the number of rows written so far. */
    public long rows() {
        return rows;
    }

    /** Publishes the complete file. */
    public void finish() throws IOException {
        csv.flush();
        file.commit();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    private void write(List<String> cells) {
        try {
            csv.row(cells);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
