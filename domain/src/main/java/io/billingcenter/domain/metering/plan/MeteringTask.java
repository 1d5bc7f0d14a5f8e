package io.billingcenter.domain.metering.plan;

import io.billingcenter.domain.metering.fold.Slice;
import io.billingcenter.domain.metering.plan.ListedTask.ListedFile;
import io.billingcenter.domain.usage.WorkspaceDay;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A workspace-day, or a slice of one, to be read.
 *
 * @param reading number of the attempt, from 1
 * @param inputDigest what its files and terms were when it was listed
 * @param files names in file order
 * @param slice what part of the day is read
 * @param means what reading it may take
 * @param last revision that is current before the reading; null when there is none
 * @param unstoredFiles the same files as they were listed, if their rows are still to be made; else none
 */
public record MeteringTask(
        WorkspaceDay workspaceDay,
        int reading,
        String inputDigest,
        List<String> files,
        Slice slice,
        Resources means,
        @Nullable Revision last,
        List<ListedFile> unstoredFiles) {

    /**
     * What reading a workspace-day may take; no result depends on it.
     *
     * @param sizeBytes size of its files
     * @param tableBytes memory that the tables may take
     * @param threads threads that may read it at once
     */
    public record Resources(long sizeBytes, long tableBytes, int threads) {

        /** For what is not read from files. */
        public static final Resources NONE = new Resources(0, 0, 1);
    }

    /**
     * A revision and what it contained.
     *
     * @param reading the last reading that gave it; null when it is not needed
     */
    public record Revision(
            int number, String contentDigest, @Nullable EarlierReading reading) {

        /** A revision that no other reading is compared with. */
        public Revision(int number, String contentDigest) {
            this(number, contentDigest, null);
        }
    }

    /** A task for files of which listing has made the rows. */
    public MeteringTask(
            WorkspaceDay workspaceDay,
            int reading,
            String inputDigest,
            List<String> files,
            Slice slice,
            Resources means,
            @Nullable Revision last) {
        this(workspaceDay, reading, inputDigest, files, slice, means, last, List.of());
    }

    /** The same task; the reading that counts up to now is known if there is one. */
    public MeteringTask comparedWith(@Nullable EarlierReading earlier) {
        if (last == null || earlier == null) {
            return this;
        }
        Revision compared = new Revision(last.number(), last.contentDigest(), earlier);
        return new MeteringTask(workspaceDay, reading, inputDigest, files, slice, means, compared, unstoredFiles);
    }

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
