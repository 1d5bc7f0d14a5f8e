package io.billingcenter.domain.time;

import java.time.Instant;

/** The instants of a billing day from {@code start}, inclusive, to {@code end}, exclusive. */
public record DaySpan(Instant start, Instant end) {

    /** Checks that the span is not empty. */
    public DaySpan {
        if (!start.isBefore(end)) {
            throw new IllegalArgumentException("Expected a start before the end, found " + start + " and " + end);
        }
    }

    /** Returns whether the instant is in the span. */
    public boolean contains(Instant instant) {
        return !instant.isBefore(start) && instant.isBefore(end);
    }

    /** Returns the hour of an instant of the span, counted from its start: 0 to 23, or 24 on a day with a 25th hour. */
    public int hourOf(Instant instant) {
        return Math.toIntExact((instant.getEpochSecond() - start.getEpochSecond()) / 3600);
    }

    /** Returns the number of hours of the span, including a partial one. */
    public int hours() {
        return Math.toIntExact((end.getEpochSecond() - start.getEpochSecond() + 3599) / 3600);
    }

    /** Returns the first instant of the hour. */
    public Instant startOfHour(int hour) {
        return start.plusSeconds(hour * 3600L);
    }

    /** Returns the last instant that a record in the span can have: one nanosecond before the end. */
    public Instant lastInstant() {
        return end.minusNanos(1);
    }
}
