package io.billingcenter.writers.files.archive;

import io.billingcenter.domain.archive.DetailRow;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** A part of a file with lines of JSON that is decompressed by itself. */
final class GzipMember {

    private static final int BUFFER_BYTES = 1 << 14;

    private final long start;
    private final CountedBytes text;
    private final GZIPOutputStream gzip;
    private final JsonGenerator json;

    GzipMember(CountedBytes target) throws IOException {
        this.start = target.count();
        this.gzip = new GZIPOutputStream(target, BUFFER_BYTES);
        this.text = new CountedBytes(gzip);
        this.json = JsonLines.to(text);
    }

    /** Returns the byte of the file at which it begins. */
    long start() {
        return start;
    }

    /** Returns the number of bytes of text, of which the last few thousand may not be counted yet. */
    long length() {
        return text.count();
    }

    JsonGenerator json() {
        return json;
    }

    /** Writes a line with the table and the cells of a row. */
    void row(DetailRow row) {
        json.writeStartArray();
        json.writeString(row.table());
        row.cells().forEach(this::write);
        json.writeEndArray();
    }

    private void write(@Nullable Object cell) {
        if (cell == null) {
            json.writeNull();
        } else if (cell instanceof BigDecimal number) {
            json.writeNumber(number.toPlainString());
        } else if (cell instanceof Boolean flag) {
            json.writeBoolean(flag);
        } else if (cell instanceof byte[] raw) {
            json.writeBinary(raw);
        } else {
            json.writeString(cell.toString());
        }
    }

    /** Ends it; the target stays open. */
    void finish() throws IOException {
        json.close();
        text.write('\n');
        gzip.finish();
    }
}
