package io.billingcenter.domain.metering.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The work that brings a staged workspace-day up to date with the listing of its store.
 *
 * @param fetched files to be fetched
 * @param gone files that the store no longer has beside others of the day; like a file that is gone from a local folder, they
 *     no longer belong to the day
 * @param archived files of a day of which the store has nothing left; their copies stay
 * @param back files that are listed again and whose copies stayed
 */
public record StagingPlan(
        List<RemoteFile> fetched, List<StagedFile> gone, List<StagedFile> archived, List<StagedFile> back) {

    /**
     * Plans for one workspace-day.
     *
     * @param listed the names of all files that the store lists, including those that are still being written
     * @param whole the listed files that are known to be whole
     * @param known the files that were staged before
     * @param isInPlace whether the copy of a fetched file is in the staging folder
     * @param isStaged whether the day has a folder in the staging folder
     */
    public static StagingPlan of(
            Set<String> listed,
            List<RemoteFile> whole,
            List<StagedFile> known,
            Predicate<RemoteFile> isInPlace,
            boolean isStaged) {
        if (listed.isEmpty()) {
            List<StagedFile> archived =
                    known.stream().filter(StagedFile::listed).toList();
            return new StagingPlan(List.of(), List.of(), archived, List.of());
        }
        List<StagedFile> gone = known.stream()
                .filter(file -> !listed.contains(file.file().name()))
                .filter(file -> file.listed() || file.fetched())
                .toList();
        Map<String, StagedFile> byName = new HashMap<>();
        known.forEach(file -> byName.put(file.file().name(), file));
        List<RemoteFile> changed = new ArrayList<>();
        List<RemoteFile> dropped = new ArrayList<>();
        List<StagedFile> back = new ArrayList<>();
        for (RemoteFile file : whole) {
            StagedFile before = byName.get(file.name());
            if (before == null || !before.file().equals(file) || before.fetched() && !isInPlace.test(file)) {
                changed.add(file);
            } else if (!before.fetched()) {
                (before.listed() ? dropped : changed).add(file);
            } else if (!before.listed()) {
                back.add(before);
            }
        }
        // A folder with some files of its day would show the others as gone.
        if (isStaged || !changed.isEmpty()) {
            changed.addAll(dropped);
        }
        return new StagingPlan(List.copyOf(changed), gone, List.of(), List.copyOf(back));
    }

    /** Returns whether nothing is to be done. */
    public boolean isEmpty() {
        return fetched.isEmpty() && gone.isEmpty() && archived.isEmpty() && back.isEmpty();
    }
}
