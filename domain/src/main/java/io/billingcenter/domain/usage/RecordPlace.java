package io.billingcenter.domain.usage;

/**
 * The start of a record in a traffic file.
 *
 * @param file name in the folder of the workspace-day
 * @param line line number in the decompressed text, from 1; 0 for the whole file
 * @param offset byte offset in the decompressed text, from 0
 */
public record RecordPlace(String file, long line, long offset) {

    /** Returns the place of a whole file. */
    public static RecordPlace wholeFile(String file) {
        return new RecordPlace(file, 0, 0);
    }

    @Override
    public String toString() {
        return line == 0 ? file : file + ":" + line + " (byte " + offset + ")";
    }
}
