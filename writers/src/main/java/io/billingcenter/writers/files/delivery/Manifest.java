package io.billingcenter.writers.files.delivery;

import io.billingcenter.domain.delivery.DeliveredFile;
import io.billingcenter.domain.digest.Digests;
import io.billingcenter.schema.TableRow;
import io.billingcenter.schema.delivery.DeliveredFileTable;
import io.billingcenter.writers.files.delivery.FileContent.ControlSum;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The content of a set of files, as stored in {@code manifest.json}; the components are its keys, in this order.
 * Nothing in it depends on the time or place of the delivery.
 *
 * @param zone of the billing days and months
 * @param supersedes the previous revision; null for the first
 * @param complete always true: a set is published as a whole
 * @param inputDigest digest of the data from which the period was made
 * @param contentDigest digest of the machine files, see {@link #contentDigest(List)}
 * @param totals amounts posted in the period
 */
record Manifest(
        int manifestVersion,
        String period,
        String zone,
        int revision,
        @Nullable Integer supersedes,
        boolean complete,
        String inputDigest,
        String contentDigest,
        List<FileEntry> files,
        List<Total> totals) {

    static final int VERSION = 1;

    /**
     * One file of the set.
     *
     * @param path path inside the folder of the revision
     * @param bom whether the file begins with a byte order mark
     * @param textGuard the guard before texts that a spreadsheet could evaluate
     */
    record FileEntry(
            String path,
            String schema,
            String profile,
            String encoding,
            boolean bom,
            String lineEnd,
            String textGuard,
            long rows,
            long bytes,
            String sha256,
            List<ControlSum> control,
            List<String> firstKey,
            List<String> lastKey) {

        static FileEntry of(String path, DeliveredFile file, Profile profile, FileContent content) {
            return new FileEntry(
                    path,
                    file.schema(),
                    profile.code(),
                    "UTF-8",
                    profile.byteOrderMark().length > 0,
                    "CRLF",
                    profile.textGuard(),
                    content.rows(),
                    content.bytes(),
                    content.sha256(),
                    content.control(),
                    content.firstKey(),
                    content.lastKey());
        }

        boolean isOf(DeliveredFile file, Profile wanted) {
            return schema.equals(file.schema()) && profile.equals(wanted.code());
        }
    }

    /** Returns the files as rows of the table of delivered files. */
    List<TableRow> fileRows() {
        return files.stream()
                .map(entry -> DeliveredFileTable.TABLE
                        .row()
                        .set(DeliveredFileTable.PERIOD, period)
                        .set(DeliveredFileTable.REVISION, revision)
                        .set(DeliveredFileTable.PATH, entry.path())
                        .set(DeliveredFileTable.SCHEMA_ID, entry.schema())
                        .set(DeliveredFileTable.ROW_COUNT, entry.rows())
                        .set(DeliveredFileTable.SIZE_BYTES, entry.bytes())
                        .set(DeliveredFileTable.SHA256, entry.sha256()))
                .toList();
    }

    /**
     * A total in one currency.
     *
     * @param amount sum of the written lines
     * @param database sum according to the database; equal to the amount in every manifest
     */
    record Total(String currency, String amount, String database) {}

    /**
     * Returns the SHA-256 of the output of {@code sha256sum *.csv} for the machine files, in the order of their names.
     */
    static String contentDigest(List<FileEntry> files) {
        return Digests.sha256(files.stream()
                .filter(entry -> entry.profile().equals(Profile.MACHINE.code()))
                .sorted(Comparator.comparing(FileEntry::path))
                .map(entry -> entry.sha256() + "  " + entry.path() + "\n")
                .collect(Collectors.joining()));
    }
}
