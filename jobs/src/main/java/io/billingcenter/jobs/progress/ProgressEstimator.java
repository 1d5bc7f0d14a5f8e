package io.billingcenter.jobs.progress;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** Tells how fast reading goes by what was read over the last seconds; the time is handed in. */
final class ProgressEstimator {

    private static final Duration LOOK_BACK = Duration.ofSeconds(10);
    private static final Duration SHORTEST = Duration.ofSeconds(1);

    private record Sample(Instant time, long bytes, long records) {}

    private final Deque<Sample> samples = new ArrayDeque<>();

    /** How far reading is when that much was read by then; to be asked several times in {@link #LOOK_BACK}. */
    Progress at(Instant now, long bytes, long totalBytes, long records) {
        // The clock may be set back; what seems to lie in the future is of no use.
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

    /** What is taken back when a reading begins anew gives no rate. */
    private static long rate(long more, long millis) {
        return millis < SHORTEST.toMillis() || more < 0 ? Progress.UNKNOWN : more * 1000 / millis;
    }
}
