package io.billingcenter.writers.files.delivery;

import com.opencsv.CSVWriterBuilder;
import com.opencsv.ICSVWriter;
import io.billingcenter.domain.delivery.DeliveredColumn;
import io.billingcenter.domain.delivery.DeliveredFile;
import io.billingcenter.domain.digest.Digests;
import io.billingcenter.domain.money.Money;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes one CSV file: RFC 4180, UTF-8, CRLF, quotes only where they are needed, and nothing between the commas for an
 * empty cell. The underlying writer hides errors of the disk, so they are queried explicitly.
 */
final class CsvFile implements Closeable {

    private static final int ROWS_PER_CHECK = 1_000;

    private final DeliveredFile file;
    private final Profile profile;
    private final MeasuredOutput output;
    private final ICSVWriter csv;
    private final ContentTally tally;

    /** Begins the file with its header. */
    CsvFile(DeliveredFile file, Profile profile, OutputStream stream) throws IOException {
        this.file = file;
        this.profile = profile;
        this.output = new MeasuredOutput(stream);
        this.tally = new ContentTally(file);
        output.write(profile.byteOrderMark());
        this.csv = new CSVWriterBuilder(new BufferedWriter(new OutputStreamWriter(output, StandardCharsets.UTF_8)))
                .withLineEnd(ICSVWriter.RFC4180_LINE_END)
                .build();
        csv.writeNext(file.columns().stream().map(DeliveredColumn::name).toArray(String[]::new), false);
    }

    /** Adds a row with a value for each column, of the column's type. */
    void row(List<@Nullable Object> values) throws IOException {
        List<DeliveredColumn> columns = file.columns();
        if (values.size() != columns.size()) {
            throw new IllegalArgumentException("Expected " + columns.size() + " values for a row of " + file.schema()
                    + ", found " + values.size());
        }
        @Nullable String[] cells = new String[columns.size()];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = cell(columns.get(i), values.get(i));
        }
        csv.writeNext(cells, false);
        tally.add(cells);
        if (tally.rows() % ROWS_PER_CHECK == 0) {
            throwHiddenError();
        }
    }

    /** Completes the file and returns its content. */
    FileContent finish() throws IOException {
        throwHiddenError();
        csv.close();
        if (csv.getException() != null) {
            throw csv.getException();
        }
        return tally.content(output.bytes, HexFormat.of().formatHex(output.digest.digest()));
    }

    /** Closes the file, complete or not. */
    @Override
    public void close() throws IOException {
        output.close();
    }

    private void throwHiddenError() throws IOException {
        if (csv.checkError()) {
            throw csv.getException();
        }
    }

    private @Nullable String cell(DeliveredColumn column, @Nullable Object value) {
        if (!column.type().accepts(value)) {
            throw new IllegalArgumentException("Expected " + column.type() + " in column " + column.name() + " of "
                    + file.schema() + ", found '" + value + "'");
        }
        if (value == null) {
            return null;
        }
        String text = switch (column.type()) {
            case TEXT -> profile.text((String) value);
            case DECIMAL -> ((BigDecimal) value).stripTrailingZeros().toPlainString();
            case MONEY -> ((Money) value).amount().toPlainString();
            case INTEGER, DAY, MONTH -> value.toString();
        };
        return text.isEmpty() ? null : text;
    }

    /** Counts and digests the bytes that pass through; closing it twice has no further effect. */
    private static final class MeasuredOutput extends FilterOutputStream {

        private final MessageDigest digest = Digests.sha256();
        private long bytes;

        MeasuredOutput(OutputStream stream) {
            super(stream);
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] b, int offset, int length) throws IOException {
            out.write(b, offset, length);
            digest.update(b, offset, length);
            bytes += length;
        }
    }
}
