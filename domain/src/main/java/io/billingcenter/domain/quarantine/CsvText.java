package io.billingcenter.domain.quarantine;

import java.util.List;
import java.util.stream.Collectors;

/** Fields as a record of RFC 4180, with the quotes that are needed and no others. */
public final class CsvText {

    private CsvText() {}

    /** The record, without a line end behind it. */
    public static String of(List<String> fields) {
        return fields.stream().map(CsvText::quoted).collect(Collectors.joining(","));
    }

    private static String quoted(String field) {
        boolean needed = field.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return needed ? '"' + field.replace("\"", "\"\"") + '"' : field;
    }
}
