package io.billingcenter.readers.files.quarantine;

import com.opencsv.CSVWriterBuilder;
import com.opencsv.ICSVWriter;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.quarantine.QuarantineSheet;
import io.billingcenter.domain.quarantine.RepairedRecord;
import io.billingcenter.domain.quarantine.RepairedRecord.Original;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.usage.RecordPlace;
import io.billingcenter.domain.usage.WorkspaceDay;
import io.billingcenter.readers.files.csv.Problem;
import io.billingcenter.readers.files.csv.Problems;
import io.billingcenter.readers.files.traffic.RecordTexts;
import io.billingcenter.readers.files.traffic.RecordTexts.Attribution;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads a {@link QuarantineSheet} after people have edited it: the rows whose column {@code action} is {@code repair}.
 * Rows may be missing, reordered, or repeated if one quarantined record contained several.
 */
public final class RepairedFileReader {

    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final int ACTION = QuarantineSheet.columns().indexOf(QuarantineSheet.ACTION);
    private static final int FIRST_FIELD =
            QuarantineSheet.columns().indexOf(QuarantineSheet.repairedFields().get(0));

    private final Path path;
    private final String file;
    private final Problems problems = new Problems();
    private final List<RepairedRecord> repaired = new ArrayList<>();

    private RepairedFileReader(Path path) {
        this.path = path;
        this.file = String.valueOf(path.getFileName());
    }

    /**
     * Returns the repaired records of a file, in file order.
     *
     * @throws InvalidRepairException if the file has any fault; it lists all of them
     */
    public static List<RepairedRecord> read(Path path) {
        if (!Files.isRegularFile(path)) {
            throw new IllegalArgumentException("Expected a file of repaired records at " + path.toAbsolutePath()
                    + ", found " + (Files.exists(path) ? "something else" : "nothing") + " there; correct --from");
        }
        RepairedFileReader reader = new RepairedFileReader(path);
        reader.read();
        if (!reader.problems.isEmpty()) {
            throw new InvalidRepairException(reader.file, reader.problems.sorted());
        }
        return List.copyOf(reader.repaired);
    }

    private void read() {
        try (Reader text = text();
                CsvReader<CsvRecord> records = CsvReader.builder()
                        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .ofCsvRecord(text)) {
            boolean header = true;
            for (CsvRecord record : records) {
                if (header && !record.getFields().equals(QuarantineSheet.columns())) {
                    refuse(
                            record,
                            "",
                            String.join(",", record.getFields()),
                            "the header " + String.join(",", QuarantineSheet.columns())
                                    + ", as it was exported: fields between commas");
                    return;
                }
                if (!header) {
                    readRow(record);
                }
                header = false;
            }
        } catch (CsvParseException e) {
            problems.add(new Problem(file, 0, "", String.valueOf(e.getMessage()), "RFC 4180"));
        } catch (UncheckedIOException | IOException e) {
            if (!isDecodingFault(e)) {
                throw new UncheckedIOException(
                        "Expected to read " + path,
                        e instanceof UncheckedIOException u ? u.getCause() : (IOException) e);
            }
            problems.add(new Problem(file, 0, "", String.valueOf(e.getMessage()), "text in UTF-8; save it as such"));
        }
    }

    private static boolean isDecodingFault(Throwable problem) {
        for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
            if (cause instanceof CharacterCodingException) {
                return true;
            }
        }
        return false;
    }

    private Reader text() throws IOException {
        BufferedReader text = new BufferedReader(
                new InputStreamReader(Files.newInputStream(path), StandardCharsets.UTF_8.newDecoder()));
        text.mark(1);
        if (text.read() != BYTE_ORDER_MARK) {
            text.reset();
        }
        return text;
    }

    private void readRow(CsvRecord row) {
        int columns = QuarantineSheet.columns().size();
        if (row.getFieldCount() != columns) {
            refuse(row, "", row.getFieldCount() + " columns", columns + " columns");
            return;
        }
        String action = row.getField(ACTION).strip();
        if (action.equals(QuarantineSheet.REPAIR)) {
            original(row).flatMap(original -> repaired(row, original)).ifPresent(repaired::add);
        } else if (!action.isEmpty()) {
            refuse(row, QuarantineSheet.ACTION, action, "'repair', or nothing for a record that stays as it is");
        }
    }

    private Optional<Original> original(CsvRecord row) {
        WorkspaceId workspace = null;
        BillingDay day = null;
        try {
            workspace = new WorkspaceId(cell(row, QuarantineSheet.WORKSPACE));
        } catch (IllegalArgumentException e) {
            refuseAsExported(row, QuarantineSheet.WORKSPACE);
        }
        try {
            day = BillingDay.parse(cell(row, QuarantineSheet.DAY));
        } catch (IllegalArgumentException e) {
            refuse(
                    row,
                    QuarantineSheet.DAY,
                    cell(row, QuarantineSheet.DAY),
                    "a day like 2026-11-21, as it was exported");
        }
        Long line = number(row, QuarantineSheet.LINE);
        if (line != null && line == 0) {
            refuse(
                    row,
                    QuarantineSheet.LINE,
                    "0",
                    "a record: a file quarantined as a whole cannot be repaired row by row; put a repaired file in its"
                            + " place");
            return Optional.empty();
        }
        Long offset = number(row, QuarantineSheet.OFFSET);
        if (workspace == null || day == null || line == null || offset == null) {
            return Optional.empty();
        }
        return Optional.of(new Original(
                new WorkspaceDay(workspace, day),
                new RecordPlace(cell(row, QuarantineSheet.FILE), line, offset),
                cell(row, QuarantineSheet.RAW_SHA256)));
    }

    private @Nullable Long number(CsvRecord row, String column) {
        try {
            return Long.valueOf(cell(row, column));
        } catch (NumberFormatException e) {
            refuseAsExported(row, column);
            return null;
        }
    }

    private Optional<RepairedRecord> repaired(CsvRecord row, Original original) {
        List<String> fields = row.getFields()
                .subList(
                        FIRST_FIELD,
                        FIRST_FIELD + QuarantineSheet.repairedFields().size());
        String meteringRow = cell(row, QuarantineSheet.REPAIRED_ROW);
        boolean hasFields = fields.stream().anyMatch(field -> !field.isEmpty());
        if (original.isMeteringRow() && hasFields) {
            refuse(
                    row,
                    QuarantineSheet.repairedFields().get(0),
                    csv(fields),
                    "nothing: the quarantined record is a metering row");
            return Optional.empty();
        }
        if (!original.isMeteringRow() && !meteringRow.isEmpty()) {
            refuse(
                    row,
                    QuarantineSheet.REPAIRED_ROW,
                    meteringRow,
                    "nothing: the quarantined record is not a metering row");
            return Optional.empty();
        }
        if (original.isMeteringRow()) {
            if (meteringRow.isBlank() || meteringRow.indexOf('\n') >= 0 || meteringRow.indexOf('\r') >= 0) {
                refuse(
                        row,
                        QuarantineSheet.REPAIRED_ROW,
                        meteringRow,
                        "a JSON object on one line, since the action is repair");
                return Optional.empty();
            }
            return Optional.of(record(row, original, meteringRow, RecordTexts.ofMeteringRow(meteringRow)));
        }
        if (!hasFields) {
            refuse(row, QuarantineSheet.repairedFields().get(0), "", "a repaired record, since the action is repair");
            return Optional.empty();
        }
        return Optional.of(record(row, original, csv(fields), RecordTexts.ofFields(fields)));
    }

    /** Returns the record as a line of a repair file, without its line end. */
    private static String csv(List<String> fields) {
        StringWriter line = new StringWriter();
        ICSVWriter csv = new CSVWriterBuilder(line).withLineEnd("").build();
        csv.writeNext(fields.toArray(String[]::new), false);
        csv.flushQuietly();
        return line.toString();
    }

    private static RepairedRecord record(CsvRecord row, Original original, String text, Attribution belongs) {
        return new RepairedRecord(line(row), original, text, belongs.workspace(), belongs.time());
    }

    private void refuseAsExported(CsvRecord row, String column) {
        refuse(row, column, cell(row, column), "the exported value");
    }

    private void refuse(CsvRecord row, String column, String found, String expected) {
        problems.add(new Problem(file, line(row), column, found, expected));
    }

    private static int line(CsvRecord row) {
        return Math.toIntExact(row.getStartingLineNumber());
    }

    private static String cell(CsvRecord row, String column) {
        return row.getField(QuarantineSheet.columns().indexOf(column));
    }
}
