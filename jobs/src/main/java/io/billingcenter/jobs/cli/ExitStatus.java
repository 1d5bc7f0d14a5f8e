package io.billingcenter.jobs.cli;

/** How the program ends. */
enum ExitStatus {
    /** Done. */
    DONE(0),
    /** Wrong use or configuration; nothing was changed. */
    WRONG_USE(1),
    /** Done, and something is held. */
    HOLDS(2),
    /** The figures do not balance; nothing of them was delivered. */
    OUT_OF_BALANCE(3),
    /** Failed; the same command goes on from there. */
    FAILED(5);

    private final int code;

    ExitStatus(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }

    /** Whether everything was done, though something may be held. */
    boolean isDone() {
        return this == DONE || this == HOLDS;
    }
}
