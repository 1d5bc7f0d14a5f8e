package io.billingcenter.domain.quarantine;

import io.billingcenter.domain.usage.Rejection;
import io.billingcenter.domain.usage.WorkspaceDay;
import java.util.List;

/**
 * A record or file in quarantine, with its repairs.
 *
 * @param repairFiles names of the files that contain its repaired records; empty if there are none
 * @param repaired whether all of these files were part of the last reading
 */
public record QuarantinedRecord(
        WorkspaceDay workspaceDay, Rejection rejection, List<String> repairFiles, boolean repaired) {

    /** Copies the names. */
    public QuarantinedRecord {
        repairFiles = List.copyOf(repairFiles);
    }

    /** Returns whether the entry represents a whole file, whose records are unknown. */
    public boolean isWholeFile() {
        return rejection.place().line() == 0;
    }
}
