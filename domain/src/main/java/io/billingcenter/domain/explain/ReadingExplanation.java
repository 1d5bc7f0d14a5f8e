package io.billingcenter.domain.explain;

/**
 * One reading of the files of a workspace-day; {@code records} is the sum of the four outcomes that follow it.
 *
 * @param revision revision that the reading created or confirmed
 * @param current whether this is the reading in force
 * @param repaired number of conflicts and quarantined records that are repaired now; only for the current reading
 */
public record ReadingExplanation(
        int reading,
        int revision,
        boolean current,
        long files,
        long unreadableFiles,
        long records,
        long accepted,
        long duplicates,
        long conflicts,
        long quarantined,
        long repaired) {}
