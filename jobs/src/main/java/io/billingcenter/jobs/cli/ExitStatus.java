package io.billingcenter.jobs.cli;

import io.billingcenter.jobs.summary.SummaryOutcome;
import java.util.Set;

/** Exit statuses of the program. */
enum ExitStatus {
    /** Done. */
    DONE(0),
    /** Wrong use or configuration; nothing was changed. */
    WRONG_USE(1),
    /**
     * Done, with something that needs attention: holds, unreadable or missing input, a delivery that is still open.
     */
    ATTENTION(2),
    /** The figures do not balance; nothing of them was delivered. */
    OUT_OF_BALANCE(3),
    /** Stopped by a guard or a checklist before anything was posted or numbered. */
    GUARD_STOPPED(4),
    /** Failed; the same command resumes. */
    FAILED(5),
    /** Another run is working; nothing was done. */
    BUSY(75),
    /** Stopped by SIGINT. */
    INTERRUPTED(130),
    /** Stopped by SIGTERM. */
    TERMINATED(143);

    private static final Set<ExitStatus> NOTHING_TO_RESUME = Set.of(WRONG_USE, GUARD_STOPPED, BUSY);

    private final int code;

    ExitStatus(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }

    /** Returns the status of a run that has finished. */
    static ExitStatus of(SummaryOutcome outcome) {
        return switch (outcome) {
            case DONE -> DONE;
            case ATTENTION -> ATTENTION;
            case OUT_OF_BALANCE -> OUT_OF_BALANCE;
        };
    }

    /** Returns the worse of two statuses of parts of a command: a signal or another run, then 5, 4, 3, 1, 2, 0. */
    ExitStatus worse(ExitStatus other) {
        return severity() >= other.severity() ? this : other;
    }

    private int severity() {
        return this == WRONG_USE ? ATTENTION.code : this == ATTENTION ? WRONG_USE.code : code;
    }

    /** Returns whether nothing was begun that the same command would resume. */
    boolean hasNothingToResume() {
        return NOTHING_TO_RESUME.contains(this);
    }

    /** Returns whether everything was done, though something may need attention. */
    boolean isDone() {
        return this == DONE || this == ATTENTION;
    }
}
