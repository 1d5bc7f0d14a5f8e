package io.billingcenter.domain.reconciliation;

import org.jspecify.annotations.Nullable;

/**
 * A link of the chain: what was written since the link before it, and that link.
 *
 * @param number from 1, without gaps
 * @param runId the run that sealed
 * @param previous the seal before; empty for the first
 * @param totals how many control totals were written since
 * @param totalsDigest SHA-256 over them in the order of their keys
 * @param seal what a later change of any of these would change
 */
public record RunSeal(int number, long runId, String previous, long totals, String totalsDigest, String seal) {

    /** The link behind the last one; no run's number takes part, so that a repeat gives the same one. */
    public static RunSeal after(@Nullable RunSeal last, long runId, long totals, String totalsDigest) {
        int number = last == null ? 1 : last.number() + 1;
        String previous = last == null ? "" : last.seal();
        return new RunSeal(number, runId, previous, totals, totalsDigest, seal(number, previous, totals, totalsDigest));
    }

    /** The seal that belongs to the other components. */
    public String computed() {
        return seal(number, previous, totals, totalsDigest);
    }

    private static String seal(int number, String previous, long totals, String totalsDigest) {
        return Digests.sha256(number + "|" + previous + "|" + totals + "|" + totalsDigest);
    }
}
