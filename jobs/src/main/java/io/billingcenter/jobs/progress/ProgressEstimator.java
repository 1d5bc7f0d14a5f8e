package io.billingcenter.jobs.progress;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** Estimates the speed of reading from the progress of the last seconds; the caller passes the time. */
final class ProgressEstimator {

    private static final Duration LOOK_BACK = Duration.ofSeconds(10);
    private static final Duration SHORTEST = Duration.ofSeconds(1);

    private record Sample(Instant time, long bytes, long records) {}

    private final Deque<Sample> samples = new ArrayDeque<>();

    /** Returns the progress at a time; to be called several times within {@link #LOOK_BACK}. */
    Progress at(Instant now, long bytes, long totalBytes, long records) {
        // The clock may have been set back; samples from the future are useless.
        samples.removeIf(sample ->
                sample.time().isBefore(now.minus(LOOK_BACK)) || sample.time().isAfter(now));
        samples.add(new Sample(now, bytes, records));
        Sample first = samples.getFirst();
        long millis = Duration.between(first.time(), now).toMillis();
        return new Progress(
                bytes,
                totalBytes,
                records,
                rate(bytes - first.bytes(), millis),
                rate(records - first.records(), millis));
    }

    /** Returns the rate a second; unknown when the counter fell, as it does when a reading starts over. */
    private static long rate(long more, long millis) {
        return millis < SHORTEST.toMillis() || more < 0 ? Progress.UNKNOWN : more * 1000 / millis;
    }
}
