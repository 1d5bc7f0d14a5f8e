package io.billingcenter.domain.runs;

import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.time.BillingMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * The nights between the last finished one and the one that is asked for.
 *
 * @param open those that can still be run, each under its own day, in order
 * @param closed those of closed months, into which nothing can be posted; the late window takes in their files
 */
public record MissedNights(List<BillingDay> open, List<BillingDay> closed) {

    /** Nothing was missed. */
    public static final MissedNights NONE = new MissedNights(List.of(), List.of());

    /** Keeps copies. */
    public MissedNights {
        open = List.copyOf(open);
        closed = List.copyOf(closed);
    }

    /** The nights after one day and before the other; none when the other is not later. */
    public static MissedNights between(BillingDay lastFinished, BillingDay asked, Predicate<BillingMonth> isClosed) {
        List<BillingDay> open = new ArrayList<>();
        List<BillingDay> closed = new ArrayList<>();
        for (BillingDay day = lastFinished.plusDays(1); day.isBefore(asked); day = day.plusDays(1)) {
            (isClosed.test(day.month()) ? closed : open).add(day);
        }
        return new MissedNights(open, closed);
    }

    /** Whether no night was missed. */
    public boolean isEmpty() {
        return open.isEmpty() && closed.isEmpty();
    }

    /** Days in a row as text: the only one, or the first and the last one. */
    public static String format(List<BillingDay> days) {
        BillingDay first = days.get(0);
        BillingDay last = days.get(days.size() - 1);
        return first.equals(last) ? first.toString() : first + " to " + last;
    }
}
