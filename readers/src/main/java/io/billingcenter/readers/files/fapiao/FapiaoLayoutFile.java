package io.billingcenter.readers.files.fapiao;

import io.billingcenter.domain.fapiao.FapiaoLayout;
import io.billingcenter.readers.files.csv.Cell;
import io.billingcenter.readers.files.csv.CsvFormat;
import io.billingcenter.readers.files.csv.CsvRow;
import io.billingcenter.readers.files.csv.CsvTable;
import io.billingcenter.readers.files.csv.Problems;
import io.billingcenter.readers.files.csv.ValueType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The layout of the workbook in which fapiao are requested, like {@code fapiao-2026.csv}. Lines that begin with {@code #} are
 * remarks.
 *
 * <pre>
 * sheet,column,note,longest,value
 * 1-发票基本信息,,instructions of the first row,,
 * 1-发票基本信息,发票流水号,required,20,{request_id}
 * </pre>
 *
 * <ul>
 *   <li>sheet: name of the sheet; the sheets and columns have the order of their first rows
 *   <li>column: head of the column; empty in the one row with the instructions of the sheet
 *   <li>note: text above the head, or the instructions
 *   <li>longest: number of characters that a cell may have; empty for no limit
 *   <li>value: text of every cell, or the name of a field in braces
 * </ul>
 */
public final class FapiaoLayoutFile {

    private static final String SHEET = "sheet";
    private static final String COLUMN = "column";
    private static final String NOTE = "note";
    private static final String LONGEST = "longest";
    private static final String VALUE = "value";
    private static final int LONGEST_SHEET = 24;
    private static final int LONGEST_TEXT = 1_000;
    private static final int LIMIT_DIGITS = 5;

    private FapiaoLayoutFile() {}

    /**
     * Reads the layout.
     *
     * @param place path of the file, for people
     * @throws InvalidFapiaoLayoutException if the file has a fault; it lists all of them
     */
    public static FapiaoLayout read(String place, byte[] content) {
        Problems problems = new Problems();
        CsvFormat format = CsvFormat.withRemarks(
                place.substring(place.lastIndexOf('/') + 1), List.of(SHEET, COLUMN, NOTE, LONGEST, VALUE));
        CsvTable table = CsvTable.parse(format, content, problems);
        Map<String, String> instructions = new LinkedHashMap<>();
        Map<String, List<FapiaoLayout.Column>> columns = new LinkedHashMap<>();
        for (CsvRow row : table.rows()) {
            Cell<String> sheet = row.cell(SHEET, ValueType.text(LONGEST_SHEET))
                    .require(text -> !text.isEmpty(), "the name of a sheet");
            Cell<String> name = row.cell(COLUMN, ValueType.text(LONGEST_TEXT));
            Cell<String> note = row.cell(NOTE, ValueType.text(LONGEST_TEXT));
            int longest = row.optionalCell(LONGEST, ValueType.wholeNumber(LIMIT_DIGITS))
                    .value()
                    .flatMap(limit -> limit.map(BigDecimal::intValueExact))
                    .orElse(Integer.MAX_VALUE);
            Cell<String> value = row.cell(VALUE, ValueType.text(LONGEST_TEXT));
            row.fact(() -> new FapiaoLayout.Column(name.get(), note.get(), longest, value.get()))
                    .ifPresent(column -> {
                        List<FapiaoLayout.Column> of = columns.computeIfAbsent(sheet.get(), key -> new ArrayList<>());
                        if (column.name().isEmpty()) {
                            instructions.put(sheet.get(), column.note());
                        } else {
                            of.add(column);
                        }
                    });
        }
        if (!problems.isEmpty()) {
            throw new InvalidFapiaoLayoutException(place, problems.sorted());
        }
        return new FapiaoLayout(columns.entrySet().stream()
                .map(sheet -> new FapiaoLayout.Sheet(
                        sheet.getKey(), instructions.getOrDefault(sheet.getKey(), ""), sheet.getValue()))
                .toList());
    }
}
