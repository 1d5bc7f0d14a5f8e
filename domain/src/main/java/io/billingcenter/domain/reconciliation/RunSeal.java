package io.billingcenter.domain.reconciliation;

import io.billingcenter.domain.digest.Digests;
import org.jspecify.annotations.Nullable;

/**
 * A link of the seal chain: the control totals written since the previous link, together with that link.
 *
 * @param number number from 1, without gaps
 * @param runId run that created the seal
 * @param previous previous seal; empty for the first
 * @param totals number of control totals written since the previous seal
 * @param totalsDigest SHA-256 digest of these totals in the order of their keys
 * @param seal digest that any later change of these values would change
 */
public record RunSeal(int number, long runId, String previous, long totals, String totalsDigest, String seal) {

    /**
     * Returns the link that follows the last one. The run number is not part of the digest, so that a repeat gives the
     * same seal.
     */
    public static RunSeal after(@Nullable RunSeal last, long runId, long totals, String totalsDigest) {
        int number = last == null ? 1 : last.number() + 1;
        String previous = last == null ? "" : last.seal();
        return new RunSeal(number, runId, previous, totals, totalsDigest, seal(number, previous, totals, totalsDigest));
    }

    /** Returns the seal computed from the other components. */
    public String computed() {
        return seal(number, previous, totals, totalsDigest);
    }

    private static String seal(int number, String previous, long totals, String totalsDigest) {
        return Digests.sha256(number + "|" + previous + "|" + totals + "|" + totalsDigest);
    }
}
