package io.billingcenter.domain.quarantine;

import io.billingcenter.domain.quarantine.RepairedRecord.Original;
import io.billingcenter.domain.reconciliation.Digests;
import io.billingcenter.domain.usage.WorkspaceDay;
import java.util.List;
import java.util.stream.Collectors;

/**
 * That a bad record was mended, and where its mended record was put.
 *
 * @param repairedDigest SHA-256 of all mended records that stand in for it
 * @param target the workspace-day of the file
 * @param file the file that one or more of them were put into
 */
public record Repair(Original original, String repairedDigest, WorkspaceDay target, String file) {

    /** The digest of the records that stand in for a bad one, in whatever order. */
    public static String digestOf(List<RepairedRecord> repaired) {
        return Digests.sha256(repaired.stream().map(RepairedRecord::text).sorted().collect(Collectors.joining("\n")));
    }
}
