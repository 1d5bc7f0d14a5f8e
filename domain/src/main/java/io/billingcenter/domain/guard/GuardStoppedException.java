package io.billingcenter.domain.guard;

import java.util.stream.Collectors;

/**
 * Thrown when a guard stops a run before anything is posted. The message lists every finding and explains how to
 * consent.
 */
public final class GuardStoppedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private static final int LISTED = 50;

    /** Creates the exception for a stop. */
    public GuardStoppedException(GuardStop stop) {
        super(message(stop));
    }

    private static String message(GuardStop stop) {
        String reasons = stop.findings().stream()
                .limit(LISTED)
                .map(finding -> "\n  " + finding.reason().code()
                        + (finding.subject().isEmpty() ? "" : " " + finding.subject()) + ": " + finding.detail())
                .collect(Collectors.joining());
        int more = stop.findings().size() - LISTED;
        return "Stopped by a guard before anything was posted for " + stop.day() + ":" + reasons
                + (more > 0 ? "\n  and " + more + " more" : "")
                + "\nFix the input and run the same command again; or, if this is meant, run: billing confirm "
                + stop.fingerprint() + " --reason TEXT, then the same command again.";
    }
}
