package io.billingcenter.domain.metering.plan;

import io.billingcenter.domain.usage.WorkspaceDay;
import java.time.Instant;
import java.util.List;

/**
 * A workspace-day that has to be read because its files or terms have changed.
 *
 * @param reading number of the attempt, from 1
 * @param inputDigest digest of its files and terms, 64 hex digits
 * @param files files in file order; empty if all were withdrawn
 */
public record ListedTask(WorkspaceDay workspaceDay, int reading, String inputDigest, List<ListedFile> files) {

    /**
     * A traffic file as listed.
     *
     * @param name name in the folder of the workspace-day
     * @param sizeBytes size on disk, compressed or not
     * @param modified time of the last change; used only to detect changes
     */
    public record ListedFile(String name, long sizeBytes, Instant modified) {

        /** Returns a file that is listed by name only, because its attributes could not be read. */
        public static ListedFile notSeen(String name) {
            return new ListedFile(name, 0, Instant.EPOCH);
        }

        /** Returns whether the size and time of the file are known. */
        public boolean isSeen() {
            return !equals(notSeen(name));
        }
    }

    /** Returns the size of all files in bytes. */
    public long sizeBytes() {
        return files.stream().mapToLong(ListedFile::sizeBytes).sum();
    }
}
