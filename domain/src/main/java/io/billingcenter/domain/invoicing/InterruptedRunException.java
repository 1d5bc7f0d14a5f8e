package io.billingcenter.domain.invoicing;

/** Thrown when nothing can be settled or delivered because a run that posted did not finish. */
public final class InterruptedRunException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Creates the exception for the interrupted run. */
    public InterruptedRunException(NightRun run) {
        super("Expected every run that posted to be finished, found run " + run.runId() + " for " + run.day()
                + ", which posted and did not finish; nothing was settled or delivered. Run " + run.command()
                + " first.");
    }
}
