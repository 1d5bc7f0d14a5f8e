package io.billingcenter.domain.metering.fold;

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
        long quarantined) {

    /**
     * The totals of two slices of the same file together.
     *
     * @throws IllegalArgumentException when they are of different files
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
