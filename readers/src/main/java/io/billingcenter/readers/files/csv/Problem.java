package io.billingcenter.readers.files.csv;

import java.util.Comparator;

/**
 * One fault in a file that people maintain.
 *
 * @param file name of the file
 * @param line physical line on which the row starts, from 1; 0 for a fault of the whole file
 * @param column column name of the header; empty for a fault of the whole row or file
 * @param value the text that was found
 * @param expected description of a correct text
 */
public record Problem(String file, int line, String column, String value, String expected) {

    /** Orders by file, then by line. */
    public static final Comparator<Problem> ORDER =
            Comparator.comparing(Problem::file).thenComparingInt(Problem::line);

    private static final int MAX_VALUE_LENGTH = 200;

    /** Returns the fault as a sentence for people. */
    @Override
    public String toString() {
        String place = file + (line == 0 ? "" : ", line " + line) + (column.isEmpty() ? "" : ", column " + column);
        return place + ": expected " + expected + ", found '" + printable(value) + "'";
    }

    private static String printable(String text) {
        String shown = text.length() > MAX_VALUE_LENGTH ? text.substring(0, MAX_VALUE_LENGTH) + "..." : text;
        return shown.replace("\r", "\\r").replace("\n", "\\n").replace("\0", "\\0");
    }
}
