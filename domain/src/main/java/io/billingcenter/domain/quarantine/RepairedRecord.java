package io.billingcenter.domain.quarantine;

import io.billingcenter.domain.usage.RecordPlace;
import io.billingcenter.domain.usage.WorkspaceDay;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A record that is to stand in for a bad one.
 *
 * @param line of the file that it was mended in, from 1
 * @param original the bad record; several mended records may stand in for one
 * @param text the mended record as it goes into a file, without a line end
 * @param workspace the workspace that it says; may be none
 * @param time the time that it says; null when that is none
 */
public record RepairedRecord(
        int line,
        Original original,
        String text,
        String workspace,
        @Nullable Instant time) {

    /**
     * A bad record, by its place and its bytes.
     *
     * @param rawSha256 SHA-256 of its bytes as the database keeps them
     */
    public record Original(WorkspaceDay workspaceDay, RecordPlace place, String rawSha256) {

        /** Whether it is a metering row and no traffic record, by the name of its file. */
        public boolean isMeteringRow() {
            return place.file().contains(".ndjson");
        }

        @Override
        public String toString() {
            return workspaceDay + "/" + place;
        }
    }
}
