package io.billingcenter.writers.files.delivery;

import io.billingcenter.writers.tables.delivery.DeliveryLog;
import java.io.IOException;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The revisions of a period, on disk and in the database. Either may have fewer than the other: the disk if another
 * folder was chosen, the database if a run ended between publishing and its commit.
 */
final class RevisionHistory {

    private final String period;
    private final RevisionFolders folders;
    private final DeliveryLog log;
    private final NavigableSet<Integer> onDisk;
    private final NavigableSet<Integer> recorded;
    private final NavigableSet<Integer> known;

    RevisionHistory(String period, RevisionFolders folders, DeliveryLog log) throws IOException {
        this.period = period;
        this.folders = folders;
        this.log = log;
        this.onDisk = folders.revisions();
        this.recorded = log.revisions(period);
        this.known = new TreeSet<>(onDisk);
        known.addAll(recorded);
    }

    /** Returns the number of the next revision with changed content. */
    int next() {
        return known.isEmpty() ? 1 : known.last() + 1;
    }

    /** Returns the last revision if it has this content wherever it is known, else the next one. */
    int revisionOf(String contentDigest) throws IOException {
        if (known.isEmpty()) {
            return next();
        }
        int last = known.last();
        boolean sameOnDisk = !isOnDisk(last)
                || ManifestJson.contentDigest(folders.folder(last)).equals(contentDigest);
        Optional<String> recordedDigest = log.contentDigest(period, last);
        boolean sameInDatabase =
                recordedDigest.isEmpty() || recordedDigest.get().equals(contentDigest);
        return sameOnDisk && sameInDatabase ? last : next();
    }

    boolean isOnDisk(int revision) {
        return onDisk.contains(revision);
    }

    boolean isRecorded(int revision) {
        return recorded.contains(revision);
    }

    /** Returns the previous revision; null for the first. */
    @Nullable
    Integer before(int revision) {
        return known.lower(revision);
    }
}
