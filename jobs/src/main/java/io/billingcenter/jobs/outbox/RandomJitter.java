package io.billingcenter.jobs.outbox;

import io.billingcenter.domain.outbox.Jitter;
import java.security.SecureRandom;
import java.time.Duration;

/** Pauses that are left to chance; nothing is computed from them. */
final class RandomJitter implements Jitter {

    private final SecureRandom random = new SecureRandom();

    @Override
    public Duration upTo(Duration longest) {
        return Duration.ofMillis(random.nextLong(longest.toMillis() + 1));
    }
}
