package io.billingcenter.writers.files;

import com.opencsv.CSVWriterBuilder;
import com.opencsv.ICSVWriter;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** Writes rows of CSV: RFC 4180, CRLF, quotes only where they are needed. */
public final class CsvOutput {

    private final ICSVWriter csv;

    /** Creates an output to the writer, which stays open. */
    public CsvOutput(Writer target) {
        this.csv = new CSVWriterBuilder(target)
                .withLineEnd(ICSVWriter.RFC4180_LINE_END)
                .build();
    }

    /**
     * Writes a row.
     *
     * @throws IOException if the target failed
     */
    public void row(List<String> cells) throws IOException {
        csv.writeNext(cells.toArray(String[]::new), false);
        throwHiddenError();
    }

    /**
     * Passes everything on to the target.
     *
     * @throws IOException if the target failed
     */
    public void flush() throws IOException {
        csv.flushQuietly();
        throwHiddenError();
    }

    /** Throws the error that the library keeps to itself. */
    private void throwHiddenError() throws IOException {
        if (csv.getException() != null) {
            throw csv.getException();
        }
    }
}
