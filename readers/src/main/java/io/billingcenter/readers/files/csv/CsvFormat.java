package io.billingcenter.readers.files.csv;

import java.util.List;

/**
 * What a file is called and what its header line must be.
 *
 * @param file name, for messages
 * @param columns names in the header, in order
 * @param remarks whether lines that start with {@code #} are skipped
 */
public record CsvFormat(String file, List<String> columns, boolean remarks) {

    /** Keeps a copy of the columns. */
    public CsvFormat {
        columns = List.copyOf(columns);
    }

    /** A file without remarks. */
    public static CsvFormat of(String file, String... columns) {
        return new CsvFormat(file, List.of(columns), false);
    }

    /** A file in which lines that start with {@code #} are remarks. */
    public static CsvFormat withRemarks(String file, List<String> columns) {
        return new CsvFormat(file, columns, true);
    }

    /** The header line. */
    String header() {
        return String.join(",", columns);
    }
}
