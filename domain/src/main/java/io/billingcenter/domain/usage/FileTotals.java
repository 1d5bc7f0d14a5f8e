package io.billingcenter.domain.usage;

/**
 * What became of the records of one file: {@code records} is the sum of the four others.
 *
 * @param file name in the folder of the workspace-day
 * @param unreadable whether the file is quarantined whole; then it has no records
 */
public record FileTotals(
        String file,
        boolean unreadable,
        long records,
        long accepted,
        long duplicates,
        long conflicts,
        long quarantined) {}
