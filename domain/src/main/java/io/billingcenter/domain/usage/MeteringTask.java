package io.billingcenter.domain.usage;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A workspace-day, or a slice of one, to be read.
 *
 * @param reading number of the attempt, from 1
 * @param inputDigest what its files and terms were when it was listed
 * @param files names in file order
 * @param slice what part of the day is read
 * @param last revision that is current before the reading; null when there is none
 */
public record MeteringTask(
        WorkspaceDay workspaceDay,
        int reading,
        String inputDigest,
        List<String> files,
        Slice slice,
        @Nullable Revision last) {

    /** A revision and what it contained. */
    public record Revision(int number, String contentDigest) {}

    /** The revision that a reading with this content belongs to: the last one if nothing changed, else a new one. */
    public int revisionOf(String contentDigest) {
        if (last == null) {
            return 1;
        }
        return isNew(contentDigest) ? last.number() + 1 : last.number();
    }

    /** Whether this content makes a new revision. */
    public boolean isNew(String contentDigest) {
        return last == null || !last.contentDigest().equals(contentDigest);
    }
}
