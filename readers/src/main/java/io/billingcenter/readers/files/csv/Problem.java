package io.billingcenter.readers.files.csv;

import java.util.Comparator;

/**
 * One fault in a file that people keep.
 *
 * @param file its name
 * @param line physical line on which the row starts, from 1; 0 when it is about the file as a whole
 * @param column name in the header; empty when it is about the whole row or file
 * @param value the text that was found
 * @param expected what should have been there
 */
public record Problem(String file, int line, String column, String value, String expected) {

    /** By file, then by line. */
    public static final Comparator<Problem> ORDER =
            Comparator.comparing(Problem::file).thenComparingInt(Problem::line);

    private static final int MAX_VALUE_LENGTH = 200;

    /** The fault as a sentence for people. */
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
