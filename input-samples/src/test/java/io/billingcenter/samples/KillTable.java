package io.billingcenter.samples;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** How often a run was killed in which step. */
final class KillTable {

    private final Map<String, Integer> kills = new LinkedHashMap<>();
    private int killed;
    private int finished;
    private int refusals;

    /** A kill in that step of that chapter. */
    synchronized void add(String chapter, String step) {
        kills.merge(chapter + " " + step, 1, Integer::sum);
        killed++;
    }

    /** A run that came to its end. */
    synchronized void finished() {
        finished++;
    }

    /** A start that was told that another run works on the database. */
    synchronized void refused() {
        refusals++;
    }

    synchronized int killed() {
        return killed;
    }

    synchronized int of(String chapter, String step) {
        return kills.getOrDefault(chapter + " " + step, 0);
    }

    @Override
    public synchronized String toString() {
        return String.format(
                Locale.ROOT, "%d kills, %d runs to their end, %d starts refused", killed, finished, refusals);
    }
}
