package io.billingcenter.remote;

import java.time.Duration;
import java.util.Optional;

/** The header by which a server asks for a pause. */
public final class RetryAfter {

    private static final long LONGEST_SECONDS = Duration.ofDays(1).toSeconds();

    private RetryAfter() {}

    /**
     * Returns the pause of a header in seconds, at most a day; empty for a date, which only the clock of the server could explain,
     * and for any other text.
     */
    public static Optional<Duration> parse(String header) {
        String text = header.strip();
        if (!text.matches("[0-9]{1,9}")) {
            return Optional.empty();
        }
        return Optional.of(Duration.ofSeconds(Math.min(Long.parseLong(text), LONGEST_SECONDS)));
    }
}
