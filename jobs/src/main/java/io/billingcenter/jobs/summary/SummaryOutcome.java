package io.billingcenter.jobs.summary;

/** The outcome of a run that has finished, from the best to the worst. */
public enum SummaryOutcome {
    /** Everything is done. */
    DONE,
    /** Everything is done, and something needs attention. */
    ATTENTION,
    /** Figures of a part do not balance, and that part was not published. */
    OUT_OF_BALANCE;

    /** Returns the worse of the two. */
    SummaryOutcome worse(SummaryOutcome other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
