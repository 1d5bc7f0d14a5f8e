package io.billingcenter.domain.quarantine;

import java.util.List;
import java.util.stream.Collectors;

/** Formats fields as a record of RFC 4180, quoting only where necessary. */
public final class CsvText {

    private CsvText() {}

    /** Returns the record without a line ending. */
    public static String of(List<String> fields) {
        return fields.stream().map(CsvText::quoted).collect(Collectors.joining(","));
    }

    private static String quoted(String field) {
        boolean needed = field.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return needed ? '"' + field.replace("\"", "\"\"") + '"' : field;
    }
}
