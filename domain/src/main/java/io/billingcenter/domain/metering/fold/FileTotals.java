package io.billingcenter.domain.metering.fold;

/**
 * The number of records of one file by outcome; {@code records} is the sum of the four outcomes.
 *
 * @param file name of the file in the folder of the workspace-day
 * @param unreadable whether the whole file is quarantined; it then has no records
 */
public record FileTotals(
        String file,
        boolean unreadable,
        long records,
        long accepted,
        long duplicates,
        long conflicts,
        long quarantined) {

    /**
     * Returns the totals of two slices of the same file added up.
     *
     * @throws IllegalArgumentException if the totals are of different files
     */
    public FileTotals plus(FileTotals other) {
        if (!file.equals(other.file)) {
            throw new IllegalArgumentException("Expected a slice of file " + file + ", found one of " + other.file);
        }
        return new FileTotals(
                file,
                unreadable || other.unreadable,
                Math.addExact(records, other.records),
                Math.addExact(accepted, other.accepted),
                Math.addExact(duplicates, other.duplicates),
                Math.addExact(conflicts, other.conflicts),
                Math.addExact(quarantined, other.quarantined));
    }
}
