package io.billingcenter.domain.outbox;

import java.time.Duration;
import java.util.Optional;

/**
 * The rule by which a failed attempt is repeated within a run: pauses that double from the first to the longest, each cut by chance.
 *
 * @param attempts largest number of attempts within a run, at least 1
 * @param first longest pause before the second attempt
 * @param longest longest pause before any attempt; a receiver that asks for more is left to the next run
 */
public record RetryRule(int attempts, Duration first, Duration longest) {

    /** Five attempts, with pauses of 1, 2, 4 and 8 seconds at most. */
    public static final RetryRule USUAL = new RetryRule(5, Duration.ofSeconds(1), Duration.ofSeconds(60));

    /** Checks the ranges. */
    public RetryRule {
        if (attempts < 1 || first.isNegative() || longest.compareTo(first) < 0) {
            throw new IllegalArgumentException(
                    "Expected at least one attempt and a longest pause that is not shorter than" + " the first, found "
                            + attempts + ", " + first + " and " + longest);
        }
    }

    /**
     * Returns the pause before the next attempt of the run; empty if the run makes no other.
     *
     * @param attempt number of the failed attempt within the run, from 1
     */
    public Optional<Duration> pause(int attempt, Outcome.Delayed failed, Jitter jitter) {
        if (attempt >= attempts) {
            return Optional.empty();
        }
        if (failed.after().isPresent()) {
            return failed.after().filter(asked -> asked.compareTo(longest) <= 0);
        }
        Duration bound = first;
        for (int i = 1; i < attempt && bound.compareTo(longest) < 0; i++) {
            bound = bound.multipliedBy(2);
        }
        return Optional.of(jitter.upTo(bound.compareTo(longest) < 0 ? bound : longest));
    }
}
