package io.billingcenter.domain.archive;

import io.billingcenter.domain.time.BillingMonth;
import java.util.Locale;

/**
 * A file with the details of workspace-days of a month.
 *
 * @param number number of the file in the database, from 1
 * @param path path below the archive folder, with slashes
 * @param workspaceDays number of workspace-days in it
 * @param rowCounts rows of each table in it: {@code day_reading 30, traffic_file 62}
 * @param sha256 SHA-256 of its bytes, 64 hex digits
 */
public record ArchiveFile(
        int number,
        BillingMonth month,
        String path,
        long workspaceDays,
        String rowCounts,
        long sizeBytes,
        String sha256) {

    /** Returns the path of a file of that month. */
    public static String pathOf(BillingMonth month, int number) {
        return String.format(Locale.ROOT, "%s/details-%04d.jsonl.gz", month, number);
    }
}
