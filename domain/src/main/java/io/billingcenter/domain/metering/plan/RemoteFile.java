package io.billingcenter.domain.metering.plan;

import io.billingcenter.domain.digest.Digests;
import io.billingcenter.domain.usage.WorkspaceDay;
import java.math.BigInteger;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * A file of a workspace-day in a remote traffic store, as the store lists it.
 *
 * @param modified time of change that the store gives, in whole seconds
 * @param version version that the store gives to the content; empty for a store without versions
 */
public record RemoteFile(WorkspaceDay workspaceDay, String name, long sizeBytes, Instant modified, String version) {

    private static final BigInteger MICROSECONDS = BigInteger.valueOf(1_000_000);
    private static final int HEX = 16;

    /** Drops the fraction of the second, which the listings of a store give or leave out. */
    public RemoteFile {
        modified = modified.truncatedTo(ChronoUnit.SECONDS);
    }

    /**
     * Returns the time of change of the staged copy. Its fraction of a second follows from the version, so that another
     * content of the same size and second is noticed.
     */
    public Instant changed() {
        if (version.isEmpty()) {
            return modified;
        }
        BigInteger digest = new BigInteger(Digests.sha256(version), HEX);
        return modified.plus(digest.mod(MICROSECONDS).longValue(), ChronoUnit.MICROS);
    }

    @Override
    public String toString() {
        return workspaceDay + "/" + name;
    }
}
