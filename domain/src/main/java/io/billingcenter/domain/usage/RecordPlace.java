package io.billingcenter.domain.usage;

/**
 * Where a record begins.
 *
 * @param file name in the folder of the workspace-day
 * @param line line number from 1 of the decompressed text; 0 stands for the whole file
 * @param offset byte offset from 0 in the decompressed text
 */
public record RecordPlace(String file, long line, long offset) {

    /** The file as a whole. */
    public static RecordPlace wholeFile(String file) {
        return new RecordPlace(file, 0, 0);
    }

    @Override
    public String toString() {
        return line == 0 ? file : file + ":" + line + " (byte " + offset + ")";
    }
}
