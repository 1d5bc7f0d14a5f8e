package io.billingcenter.domain.quarantine;

import io.billingcenter.domain.usage.RecordPlace;
import io.billingcenter.domain.usage.WorkspaceDay;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A record that replaces a quarantined one.
 *
 * @param line line number in the file of repaired records, from 1
 * @param original quarantined record; several repaired records may replace the same one
 * @param text repaired record as written to a traffic file, without a line ending
 * @param workspace workspace named in the record; may be empty
 * @param time time of the record; null if it is not valid
 */
public record RepairedRecord(
        int line,
        Original original,
        String text,
        String workspace,
        @Nullable Instant time) {

    /**
     * A quarantined record, identified by its place and its bytes.
     *
     * @param rawSha256 SHA-256 digest of the bytes stored in the database
     */
    public record Original(WorkspaceDay workspaceDay, RecordPlace place, String rawSha256) {

        /** Returns whether the record is a metering row, according to the name of its file. */
        public boolean isMeteringRow() {
            return place.file().contains(".ndjson");
        }

        @Override
        public String toString() {
            return workspaceDay + "/" + place;
        }
    }
}
