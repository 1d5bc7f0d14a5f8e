package io.billingcenter.readers.csv;

import java.util.List;

/** A fact and the row that says it. */
public record Placed<T>(CsvRow row, T fact) {

    /** The facts alone. */
    public static <T> List<T> facts(List<Placed<T>> placed) {
        return placed.stream().map(Placed::fact).toList();
    }
}
