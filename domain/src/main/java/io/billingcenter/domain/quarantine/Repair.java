package io.billingcenter.domain.quarantine;

import io.billingcenter.domain.digest.Digests;
import io.billingcenter.domain.quarantine.RepairedRecord.Original;
import io.billingcenter.domain.usage.WorkspaceDay;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The statement that a quarantined record was repaired, with the file that contains the repaired record.
 *
 * @param repairedDigest SHA-256 digest of all records that replace the original
 * @param target workspace-day of the file
 * @param file name of the file that contains one or more of the repaired records
 */
public record Repair(Original original, String repairedDigest, WorkspaceDay target, String file) {

    /** Returns the digest of the records that replace a quarantined one; it does not depend on their order. */
    public static String digestOf(List<RepairedRecord> repaired) {
        return Digests.sha256(
                repaired.stream().map(RepairedRecord::text).sorted().collect(Collectors.joining("\n")));
    }
}
