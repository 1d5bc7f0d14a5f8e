package io.billingcenter.domain.explain;

/**
 * One reading of the files of a workspace-day: {@code records} is the sum of the four classes behind it.
 *
 * @param revision the revision it gave, or confirmed
 * @param current whether no later reading took its place
 * @param repaired those of the conflicts and quarantined records that are repaired now; of the current reading only
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
