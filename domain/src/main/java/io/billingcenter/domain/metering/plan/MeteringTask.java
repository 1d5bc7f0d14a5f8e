package io.billingcenter.domain.metering.plan;

import io.billingcenter.domain.metering.fold.Slice;
import io.billingcenter.domain.metering.plan.ListedTask.ListedFile;
import io.billingcenter.domain.usage.WorkspaceDay;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A workspace-day, or a slice of one, that has to be read.
 *
 * @param reading number of the attempt, from 1
 * @param inputDigest digest of its files and terms when it was listed
 * @param files names in file order
 * @param slice part of the day that is read
 * @param resources resources that the reading may use
 * @param last current revision before the reading; null if there is none
 * @param unstoredFiles the same files as listed, if they have not been stored yet; otherwise empty
 */
public record MeteringTask(
        WorkspaceDay workspaceDay,
        int reading,
        String inputDigest,
        List<String> files,
        Slice slice,
        Resources resources,
        @Nullable Revision last,
        List<ListedFile> unstoredFiles) {

    /**
     * The resources that a reading may use. No result depends on them.
     *
     * @param sizeBytes size of the files
     * @param tableBytes memory for the tables
     * @param threads number of threads that may read the workspace-day together
     */
    public record Resources(long sizeBytes, long tableBytes, int threads) {

        /** The resources of a task that reads no files. */
        public static final Resources NONE = new Resources(0, 0, 1);
    }

    /**
     * A revision and its content.
     *
     * @param reading last reading that gave this revision; null if it is not needed
     */
    public record Revision(
            int number, String contentDigest, @Nullable EarlierReading reading) {

        /** Creates a revision without the reading that gave it. */
        public Revision(int number, String contentDigest) {
            this(number, contentDigest, null);
        }
    }

    /** Creates a task for files that have been stored already. */
    public MeteringTask(
            WorkspaceDay workspaceDay,
            int reading,
            String inputDigest,
            List<String> files,
            Slice slice,
            Resources resources,
            @Nullable Revision last) {
        this(workspaceDay, reading, inputDigest, files, slice, resources, last, List.of());
    }

    /** Returns the same task with the reading in force to compare with, if there is one. */
    public MeteringTask comparedWith(@Nullable EarlierReading earlier) {
        if (last == null || earlier == null) {
            return this;
        }
        Revision compared = new Revision(last.number(), last.contentDigest(), earlier);
        return new MeteringTask(workspaceDay, reading, inputDigest, files, slice, resources, compared, unstoredFiles);
    }

    /**
     * Returns the number of the revision that a reading with this content belongs to: the current revision if nothing
     * has changed, otherwise the next one.
     */
    public int revisionOf(String contentDigest) {
        if (last == null) {
            return 1;
        }
        return isNew(contentDigest) ? last.number() + 1 : last.number();
    }

    /** Returns whether the content differs from the current revision. */
    public boolean isNew(String contentDigest) {
        return last == null || !last.contentDigest().equals(contentDigest);
    }
}
