package io.billingcenter.jobs.outbox;

import java.time.Duration;

/** The wait between two attempts. */
@FunctionalInterface
interface Pause {

    /** Waits. */
    void of(Duration duration) throws InterruptedException;
}
