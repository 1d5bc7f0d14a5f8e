package io.billingcenter.samples.oracle;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import io.billingcenter.samples.oracle.RawFields.Rejected;
import io.billingcenter.samples.oracle.RawRecord.RawPlace;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/** The raw files of a workspace-day, read record by record (interpretation B1 to B5). */
final class RawDay {

    private static final String HEADER = "record_id,time,workspace_id,kind,subject,entity,count,bytes,seconds";
    private static final int COLUMNS = 9;
    private static final byte[] BOM = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final String workspace;
    private final LocalDate day;
    private final RawFields fields;
    private final Map<String, RawRecord> firsts = new HashMap<>();

    /** Well-formed records in file order. */
    final List<RawRecord> records = new ArrayList<>();

    /** Rows of {@code quarantine.csv}. */
    final List<List<String>> quarantine = new ArrayList<>();

    private RawDay(String workspace, LocalDate day) {
        this.workspace = workspace;
        this.day = day;
        this.fields = new RawFields(workspace, day);
    }

    /** Reads files by their names in the folder of the workspace-day. */
    static RawDay read(String workspace, LocalDate day, TreeMap<String, Path> files) {
        RawDay reading = new RawDay(workspace, day);
        // Names of samples are ASCII, so the order of their characters is that of their bytes.
        files.forEach((name, path) -> {
            if (name.matches("[^./][^/]*\\.(csv|ndjson)(\\.gz|\\.zst)?")) {
                reading.file(name, path);
            }
        });
        return reading;
    }

    private void file(String name, Path path) {
        byte[] bytes;
        try {
            bytes = unpacked(name, Files.readAllBytes(path));
        } catch (IOException e) {
            reject(new RawPlace(name, 0), "unreadable_file");
            return;
        }
        int start = bytes.length >= BOM.length && Arrays.equals(BOM, Arrays.copyOf(bytes, BOM.length)) ? BOM.length : 0;
        if (name.contains(".ndjson")) {
            rows(name, bytes);
        } else {
            records(name, bytes, start);
        }
    }

    /** The suite takes a broken archive as an unreadable file; so every fault of the library is one. */
    private static byte[] unpacked(String name, byte[] bytes) throws IOException {
        try (InputStream in = stream(name, new ByteArrayInputStream(bytes))) {
            return in.readAllBytes();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static InputStream stream(String name, InputStream packed) throws IOException {
        if (name.endsWith(".gz")) {
            return new GZIPInputStream(packed);
        }
        return name.endsWith(".zst") ? new ZstdInputStreamNoFinalizer(packed) : packed;
    }

    private void records(String name, byte[] bytes, int start) {
        int end = start;
        while (end < bytes.length && bytes[end] != '\n') {
            end++;
        }
        String header = new String(bytes, start, end - start, StandardCharsets.UTF_8).replaceFirst("\r$", "");
        if (!header.equals(HEADER)) {
            reject(new RawPlace(name, 0), "bad_header");
            return;
        }
        for (CsvRecords.Row row : CsvRecords.read(bytes, Math.min(end + 1, bytes.length), 2)) {
            RawPlace place = new RawPlace(name, row.line());
            try {
                RawFields.require(row.fault().isEmpty(), row.fault());
                RawFields.require(row.cells().size() == COLUMNS, "malformed");
                take(fields.record(place, row.cells()));
            } catch (Rejected e) {
                reject(place, e.reason());
            }
        }
    }

    private void rows(String name, byte[] bytes) {
        MeteringRows rows = new MeteringRows(fields);
        int line = 1;
        int start = 0;
        while (start < bytes.length) {
            int end = start;
            while (end < bytes.length && bytes[end] != '\n') {
                end++;
            }
            byte[] row = Arrays.copyOfRange(bytes, start, end);
            if (!new String(row, StandardCharsets.ISO_8859_1).isBlank()) {
                RawPlace place = new RawPlace(name, line);
                try {
                    take(rows.row(place, row));
                } catch (Rejected e) {
                    reject(place, e.reason());
                }
            }
            start = end + 1;
            line++;
        }
    }

    /** The first record of an id is accepted; a later one is a duplicate, or a conflict when it says something else. */
    private void take(RawRecord record) {
        RawRecord first = firsts.putIfAbsent(record.id(), record);
        if (first == null) {
            records.add(record);
            return;
        }
        records.add(record.asRepeated());
        if (!first.content().equals(record.content())) {
            reject(record.place(), "conflict");
        }
    }

    private void reject(RawPlace place, String reason) {
        quarantine.add(List.of(workspace, day.toString(), place.file(), Integer.toString(place.line()), reason));
    }
}
