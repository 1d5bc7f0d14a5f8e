package io.billingcenter.domain.metering.plan;

import io.billingcenter.domain.usage.WorkspaceDay;
import java.time.Instant;
import java.util.List;

/**
 * A workspace-day whose files or terms have changed, so that it is to be read.
 *
 * @param reading number of the attempt, from 1
 * @param inputDigest tells what its files and terms are; 64 hex digits
 * @param files in file order; none when they were all withdrawn
 */
public record ListedTask(WorkspaceDay workspaceDay, int reading, String inputDigest, List<ListedFile> files) {

    /**
     * A traffic file as listed.
     *
     * @param name name in the folder of the workspace-day
     * @param sizeBytes size on disk, compressed or not
     * @param modified time of its last change; tells only that it has changed
     */
    public record ListedFile(String name, long sizeBytes, Instant modified) {

        /** A file that is there by its name and could not be looked at: without size and time. */
        public static ListedFile notSeen(String name) {
            return new ListedFile(name, 0, Instant.EPOCH);
        }

        /** Returns whether the size and time of the file are known. */
        public boolean isSeen() {
            return !equals(notSeen(name));
        }
    }

    /** The size of all files. */
    public long sizeBytes() {
        return files.stream().mapToLong(ListedFile::sizeBytes).sum();
    }
}
