package io.billingcenter.domain.quarantine;

import io.billingcenter.domain.usage.Rejection;
import io.billingcenter.domain.usage.WorkspaceDay;
import java.util.List;

/**
 * A record or file in quarantine, and what was done about it.
 *
 * @param repairFiles names of the files that its mended records were put into; empty when it was not mended
 * @param repaired whether all of these files are among those that were read last
 */
public record QuarantinedRecord(
        WorkspaceDay workspaceDay, Rejection rejection, List<String> repairFiles, boolean repaired) {

    /** Keeps a copy of the names. */
    public QuarantinedRecord {
        repairFiles = List.copyOf(repairFiles);
    }

    /** Whether it stands for a whole file, of which no record is known. */
    public boolean isWholeFile() {
        return rejection.place().line() == 0;
    }
}
