package io.billingcenter.domain.outbox;

import java.time.Duration;

/** The part of a pause that is left to chance, so that several programs do not repeat their calls at the same moments. */
@FunctionalInterface
public interface Jitter {

    /** Returns a pause between zero and the longest one. */
    Duration upTo(Duration longest);
}
