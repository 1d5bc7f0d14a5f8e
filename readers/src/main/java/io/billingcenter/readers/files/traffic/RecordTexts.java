package io.billingcenter.readers.files.traffic;

import de.siegmar.fastcsv.reader.CsvReader;
import io.billingcenter.domain.quarantine.RawText;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads single records outside of metering: the fields of a rejected record, and the workspace and time of a repaired
 * one.
 */
public final class RecordTexts {

    /** Limit in bytes of the part of a record that is returned: four times the limit of a record. */
    private static final int MAX_RAW_BYTES = 4 * RecordSplitter.MAX_RECORD_BYTES;

    private static final int BLOCK_BYTES = 1 << 16;

    /**
     * The workspace and time stated by a record.
     *
     * @param workspace empty if the record states none
     * @param time null if the record states no readable time
     */
    public record Attribution(String workspace, @Nullable Instant time) {}

    /**
     * The bytes of a record. The database keeps only the beginning of an overlong one.
     *
     * @param fullLength length of the record in bytes; negative if unknown because the file has changed
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record FullRecord(byte[] bytes, long fullLength) {}

    private RecordTexts() {}

    /** Returns whether that number of bytes is only the beginning of a record. */
    public static boolean isCut(int bytes) {
        return bytes >= RecordSplitter.MAX_RECORD_BYTES;
    }

    /**
     * Returns the nine fields of a traffic record; empty if it violates the grammar, has another number of fields, or
     * is not valid text.
     */
    public static List<String> fieldsOf(byte[] raw) {
        Optional<String> text = RawText.cleanText(raw);
        if (text.isEmpty()) {
            return List.of();
        }
        try {
            RecordSplitter record = RecordSplitter.ofCsv(new ByteArrayInputStream(raw), BLOCK_BYTES);
            boolean good = record.next()
                    && record.end() - record.start() == raw.length
                    && RecordFault.ofGrammar(record) == null
                    && record.fields() == RecordColumns.COUNT;
            return good
                    ? CsvReader.builder()
                            .skipEmptyLines(false)
                            .ofSingleCsvRecord(text.get())
                            .getFields()
                    : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the workspace and time of a traffic record, from its fields. */
    public static Attribution ofFields(List<String> fields) {
        byte[] time = fields.get(RecordColumns.TIME).getBytes(StandardCharsets.UTF_8);
        Rfc3339 instant = new Rfc3339();
        return new Attribution(
                fields.get(RecordColumns.WORKSPACE_ID),
                instant.parse(time, 0, time.length)
                        ? Instant.ofEpochSecond(instant.epochSecond(), instant.nano())
                        : null);
    }

    /** Returns the workspace and time of a metering row. */
    public static Attribution ofMeteringRow(String text) {
        try {
            JsonNode row = JsonValue.parse(text);
            long millis = MeteringRows.timeOf(row);
            return new Attribution(
                    MeteringRows.workspaceOf(row), millis == WholeNumber.NONE ? null : Instant.ofEpochMilli(millis));
        } catch (IllegalArgumentException e) {
            return new Attribution("", null);
        }
    }

    /**
     * Returns the whole record, read again from its file up to the line feed that ends it, but at most 4 MiB.
     *
     * @param offset offset of the record in the decompressed text
     * @param beginning the known beginning of the record
     */
    public static FullRecord fullRecord(Path file, long offset, byte[] beginning) {
        try (InputStream text = TrafficFile.at(file).open()) {
            text.skipNBytes(offset);
            byte[] given = text.readNBytes(MAX_RAW_BYTES);
            int end = beginning.length;
            if (given.length < end || !Arrays.equals(beginning, 0, end, given, 0, end)) {
                return new FullRecord(beginning, -1);
            }
            while (end < given.length && given[end] != '\n') {
                end++;
            }
            if (end == given.length) {
                return new FullRecord(given, end + toLineEnd(text));
            }
            end -= end > 0 && given[end - 1] == '\r' ? 1 : 0;
            return new FullRecord(Arrays.copyOf(given, end), end);
        } catch (IOException e) {
            return new FullRecord(beginning, -1);
        }
    }

    private static long toLineEnd(InputStream text) throws IOException {
        byte[] block = new byte[BLOCK_BYTES];
        long length = 0;
        for (int read = text.read(block); read >= 0; read = text.read(block)) {
            for (int index = 0; index < read; index++) {
                if (block[index] == '\n') {
                    return length + index;
                }
            }
            length += read;
        }
        return length;
    }
}
