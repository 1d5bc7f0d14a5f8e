package io.billingcenter.readers.files.csv;

import java.util.List;

/** A fact and the row that says it. */
public record Located<T>(CsvRow row, T fact) {

    /** The facts alone. */
    public static <T> List<T> facts(List<Located<T>> located) {
        return located.stream().map(Located::fact).toList();
    }
}
