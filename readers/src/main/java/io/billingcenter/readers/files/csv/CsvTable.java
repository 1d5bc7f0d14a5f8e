package io.billingcenter.readers.files.csv;

import com.opencsv.RFC4180Parser;
import com.opencsv.RFC4180ParserBuilder;
import io.billingcenter.readers.files.csv.RecordScanner.RawRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The rows of one CSV file: UTF-8 with or without a BOM, RFC 4180, LF or CRLF, an exact header line, and the same
 * number of fields in every row as in the header. Empty lines are skipped. Everything that breaks these rules becomes a
 * {@link Problem}.
 */
public final class CsvTable {

    private static final char BOM = '\uFEFF';

    private final List<CsvRow> rows;
    private final boolean complete;

    private CsvTable(List<CsvRow> rows, boolean complete) {
        this.rows = List.copyOf(rows);
        this.complete = complete;
    }

    /** Returns the table of a missing file, which has no rows. */
    public static CsvTable absent() {
        return new CsvTable(List.of(), true);
    }

    /**
     * Reads a file.
     *
     * @param content all bytes of the file; an empty array is a file without rows
     * @param problems receives the faults
     */
    public static CsvTable parse(CsvFormat format, byte[] content, Problems problems) {
        Optional<String> text = decode(format, content, problems);
        if (text.isEmpty()) {
            return new CsvTable(List.of(), false);
        }
        RecordScanner scanner = new RecordScanner(withoutBom(text.get()), format.remarks());
        Optional<RawRecord> header = scanner.next();
        if (header.isEmpty()) {
            return absent();
        }
        if (!isHeader(format, header.get())) {
            problems.add(new Problem(
                    format.file(), header.get().line(), "", header.get().text(), "the header " + format.header()));
            return new CsvTable(List.of(), false);
        }
        return rows(format, scanner, problems);
    }

    /** Returns the accepted and the refused rows in file order, without those that do not have the form of the file. */
    public List<CsvRow> rows() {
        return rows;
    }

    /** Returns whether every row of the file is in the table; false if the header or the form of a row was refused. */
    public boolean complete() {
        return complete;
    }

    /** Returns the distinct texts of a column. */
    public Set<String> texts(String column) {
        return rows.stream().map(row -> row.text(column)).collect(Collectors.toUnmodifiableSet());
    }

    /** Returns the facts of the rows. A row without a fact has already reported its problem. */
    public <T> List<Located<T>> facts(Function<CsvRow, Optional<T>> reader) {
        List<Located<T>> facts = new ArrayList<>();
        for (CsvRow row : rows) {
            reader.apply(row).ifPresent(fact -> facts.add(new Located<>(row, fact)));
        }
        return facts;
    }

    private static CsvTable rows(CsvFormat format, RecordScanner scanner, Problems problems) {
        List<CsvRow> rows = new ArrayList<>();
        boolean complete = true;
        for (Optional<RawRecord> next = scanner.next(); next.isPresent(); next = scanner.next()) {
            RawRecord raw = next.get();
            String fault = raw.fault();
            List<String> fields = fault == null ? fieldsOf(raw.text()) : List.of();
            if (fault == null && fields.size() == format.columns().size()) {
                rows.add(new CsvRow(format, raw.line(), fields, problems));
                continue;
            }
            complete = false;
            problems.add(
                    fault == null
                            ? new Problem(
                                    format.file(),
                                    raw.line(),
                                    "",
                                    fields.size() + " columns",
                                    format.columns().size() + " columns")
                            : new Problem(format.file(), raw.line(), "", raw.text(), fault));
        }
        return new CsvTable(rows, complete);
    }

    private static boolean isHeader(CsvFormat format, RawRecord record) {
        return record.fault() == null && record.text().equals(format.header());
    }

    private static List<String> fieldsOf(String record) {
        RFC4180Parser parser = new RFC4180ParserBuilder().build();
        try {
            return List.of(parser.parseLine(record));
        } catch (IOException e) {
            throw new UncheckedIOException("Expected a record that follows RFC 4180, found '" + record + "'", e);
        }
    }

    private static Optional<String> decode(CsvFormat format, byte[] content, Problems problems) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer bytes = ByteBuffer.wrap(content);
        CharBuffer chars = CharBuffer.allocate(content.length);
        CoderResult result = decoder.decode(bytes, chars, true);
        if (result.isError()) {
            int line = lineOf(content, bytes.position());
            String found = "byte 0x" + Integer.toHexString(content[bytes.position()] & 0xff);
            problems.add(new Problem(format.file(), line, "", found, "text in UTF-8"));
            return Optional.empty();
        }
        return Optional.of(chars.flip().toString());
    }

    private static int lineOf(byte[] content, int position) {
        int line = 1;
        for (int i = 0; i < position; i++) {
            line += content[i] == '\n' ? 1 : 0;
        }
        return line;
    }

    private static String withoutBom(String text) {
        return !text.isEmpty() && text.charAt(0) == BOM ? text.substring(1) : text;
    }
}
