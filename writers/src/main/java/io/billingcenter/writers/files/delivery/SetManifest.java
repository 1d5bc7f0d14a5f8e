package io.billingcenter.writers.files.delivery;

import io.billingcenter.domain.digest.Digests;
import io.billingcenter.schema.TableRow;
import io.billingcenter.schema.delivery.DeliveredFileTable;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The content of a set of files, as stored in its {@code manifest.json}; the components are its keys, in this order. Nothing in
 * it depends on the time or place of the delivery.
 *
 * @param set the set, like {@code 2026-11/documents}
 * @param zone of the billing days and months
 * @param supersedes the previous revision; null for the first
 * @param complete always true: a set is published as a whole
 * @param contentDigest SHA-256 of the output of {@code sha256sum} for the files, in the order of their paths
 */
record SetManifest(
        int manifestVersion,
        String set,
        String zone,
        int revision,
        @Nullable Integer supersedes,
        boolean complete,
        String contentDigest,
        List<Entry> files) {

    static final int VERSION = 1;

    /**
     * One file of the set.
     *
     * @param path path inside the folder of the revision
     * @param rows number of data rows; 1 for a document
     */
    record Entry(String path, String schema, long rows, long bytes, String sha256) {}

    /** Returns the files in the order of their paths. */
    static List<Entry> sorted(List<Entry> files) {
        return files.stream().sorted(Comparator.comparing(Entry::path)).toList();
    }

    /** Returns the digest of sorted files. */
    static String contentDigest(List<Entry> files) {
        return Digests.sha256(files.stream()
                .map(entry -> entry.sha256() + "  " + entry.path() + "\n")
                .collect(Collectors.joining()));
    }

    /** Returns the files as rows of the table of delivered files. */
    List<TableRow> fileRows() {
        return files.stream()
                .map(entry -> DeliveredFileTable.TABLE
                        .row()
                        .set(DeliveredFileTable.PERIOD, set)
                        .set(DeliveredFileTable.REVISION, revision)
                        .set(DeliveredFileTable.PATH, entry.path())
                        .set(DeliveredFileTable.SCHEMA_ID, entry.schema())
                        .set(DeliveredFileTable.ROW_COUNT, entry.rows())
                        .set(DeliveredFileTable.SIZE_BYTES, entry.bytes())
                        .set(DeliveredFileTable.SHA256, entry.sha256()))
                .toList();
    }
}
