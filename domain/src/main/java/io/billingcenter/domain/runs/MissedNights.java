package io.billingcenter.domain.runs;

import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.time.BillingMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * The nights between the last finished night and a requested one.
 *
 * @param open nights that can still be run, each for its own day, in order
 * @param closed nights of closed months, which accept no postings any more; the late window picks up their files
 */
public record MissedNights(List<BillingDay> open, List<BillingDay> closed) {

    /** No missed nights. */
    public static final MissedNights NONE = new MissedNights(List.of(), List.of());

    /** Copies the lists. */
    public MissedNights {
        open = List.copyOf(open);
        closed = List.copyOf(closed);
    }

    /** Returns the nights after one day and before the other; empty if the other day is not later. */
    public static MissedNights between(BillingDay lastFinished, BillingDay asked, Predicate<BillingMonth> isClosed) {
        List<BillingDay> open = new ArrayList<>();
        List<BillingDay> closed = new ArrayList<>();
        for (BillingDay day = lastFinished.plusDays(1); day.isBefore(asked); day = day.plusDays(1)) {
            (isClosed.test(day.month()) ? closed : open).add(day);
        }
        return new MissedNights(open, closed);
    }

    /** Returns whether no night was missed. */
    public boolean isEmpty() {
        return open.isEmpty() && closed.isEmpty();
    }

    /** Formats consecutive days: a single day, or the first and the last one. */
    public static String format(List<BillingDay> days) {
        BillingDay first = days.get(0);
        BillingDay last = days.get(days.size() - 1);
        return first.equals(last) ? first.toString() : first + " to " + last;
    }
}
