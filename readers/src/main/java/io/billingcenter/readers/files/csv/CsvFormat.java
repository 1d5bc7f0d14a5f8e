package io.billingcenter.readers.files.csv;

import java.util.List;

/**
 * The name and the exact header line of a file.
 *
 * @param file name used in messages
 * @param columns column names of the header, in order
 * @param remarks whether lines that start with {@code #} are skipped
 */
public record CsvFormat(String file, List<String> columns, boolean remarks) {

    /** Keeps a copy of the columns. */
    public CsvFormat {
        columns = List.copyOf(columns);
    }

    /** Returns the format of a file without remarks. */
    public static CsvFormat of(String file, String... columns) {
        return new CsvFormat(file, List.of(columns), false);
    }

    /** Returns the format of a file in which lines that start with {@code #} are remarks. */
    public static CsvFormat withRemarks(String file, List<String> columns) {
        return new CsvFormat(file, columns, true);
    }

    /** Returns the header line. */
    String header() {
        return String.join(",", columns);
    }
}
