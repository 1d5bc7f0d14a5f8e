package io.billingcenter.readers.files.csv;

import java.util.List;

/** A fact together with the row that states it. */
public record Located<T>(CsvRow row, T fact) {

    /** Returns the facts without their rows. */
    public static <T> List<T> facts(List<Located<T>> located) {
        return located.stream().map(Located::fact).toList();
    }
}
