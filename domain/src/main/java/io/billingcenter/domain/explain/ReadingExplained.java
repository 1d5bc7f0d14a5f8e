package io.billingcenter.domain.explain;

/**
 * One reading of the files of a workspace-day: {@code records} is the sum of the four classes behind it.
 *
 * @param revision the revision it gave, or confirmed
 * @param current whether no later reading took its place
 */
public record ReadingExplained(
        int reading,
        int revision,
        boolean current,
        long files,
        long unreadableFiles,
        long records,
        long accepted,
        long duplicates,
        long conflicts,
        long quarantined) {}
