package io.billingcenter.domain.time;

import java.time.Instant;

/** The instants of a billing day: from {@code start}, inclusive, to {@code end}, exclusive. */
public record DaySpan(Instant start, Instant end) {

    /** Checks that the span is not empty. */
    public DaySpan {
        if (!start.isBefore(end)) {
            throw new IllegalArgumentException("Expected a start before the end, found " + start + " and " + end);
        }
    }

    /** Whether the instant lies in the span. */
    public boolean contains(Instant instant) {
        return !instant.isBefore(start) && instant.isBefore(end);
    }

    /** The hour of the span in which an instant of it lies, counted from its start: 0 to 23, or 24 on a long day. */
    public int hourOf(Instant instant) {
        return Math.toIntExact((instant.getEpochSecond() - start.getEpochSecond()) / 3600);
    }

    /** How many hours the span has, a started one counted. */
    public int hours() {
        return Math.toIntExact((end.getEpochSecond() - start.getEpochSecond() + 3599) / 3600);
    }

    /** The first instant of that hour. */
    public Instant startOfHour(int hour) {
        return start.plusSeconds(hour * 3600L);
    }

    /** The last instant of the span that a record can carry: one nanosecond before its end. */
    public Instant lastInstant() {
        return end.minusNanos(1);
    }
}
