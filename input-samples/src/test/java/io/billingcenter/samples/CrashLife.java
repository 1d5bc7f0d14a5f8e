package io.billingcenter.samples;

import io.billingcenter.samples.BillingProcess.Program;
import io.billingcenter.samples.CrashStory.Chapter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;

/**
 * The story of {@link CrashStory} lived once in a place, killed on the way as often as the seed wants it: what is gone on
 * with is killed again, so nearly every start is a kill. Each kill aims at a step, the one in which the last kill fell or
 * one of the next, and at an instant within the time that the step takes when nobody disturbs it.
 */
final class CrashLife {

    private static final int MOST_KILLS_OF_A_CHAPTER = 60;
    private static final int BUSY = 75;
    private static final int MOST_REFUSALS = 5;
    private static final long WATCH_MILLIS = 3;
    private static final String IN_USE = "another run";

    private final Program program;
    private final Workplace place;
    private final Pace pace;
    private final KillTable kills;
    private final List<String> history = new ArrayList<>();

    CrashLife(Program program, Workplace place, Pace pace, KillTable kills) {
        this.program = program;
        this.place = place;
        this.pace = pace;
        this.kills = kills;
    }

    /** How long each step of each chapter takes when nobody disturbs it, in milliseconds, in their order. */
    static final class Pace {

        private static final long SHORTEST = 25;

        private final Map<String, Map<String, Long>> chapters = new HashMap<>();

        List<String> steps(String chapter) {
            return List.copyOf(chapters.getOrDefault(chapter, Map.of()).keySet());
        }

        long millis(String chapter, String step) {
            return chapters.getOrDefault(chapter, Map.of()).getOrDefault(step, SHORTEST);
        }

        void add(String chapter, Map<String, Long> millis) {
            chapters.put(chapter, millis);
        }
    }

    /** Something that should not have been: the command that goes on did not. */
    static final class StuckException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        StuckException(String message) {
            super(message);
        }
    }

    /** The kills and ends so far, for the one who has to find out what went wrong. */
    List<String> history() {
        return history;
    }

    /** Everything, undisturbed; how long it took is noted. */
    void undisturbed() throws Exception {
        for (Chapter chapter : new CrashStory().chapters()) {
            chapter.arrival().at(place);
            BillingProcess run = BillingProcess.start(program, place, chapter.words());
            Map<String, Long> began = new LinkedHashMap<>();
            long start = System.nanoTime();
            while (run.process().isAlive()) {
                note(run, began, start);
                Thread.sleep(WATCH_MILLIS);
            }
            note(run, began, start);
            requireDone(chapter, run);
            pace.add(chapter.name(), durations(began, millisSince(start)));
        }
    }

    private static void note(BillingProcess run, Map<String, Long> began, long start) throws IOException {
        for (String step : run.steps()) {
            began.putIfAbsent(step, millisSince(start));
        }
    }

    private static Map<String, Long> durations(Map<String, Long> began, long end) {
        List<String> steps = List.copyOf(began.keySet());
        Map<String, Long> durations = new LinkedHashMap<>();
        for (int i = 0; i < steps.size(); i++) {
            long next = i + 1 < steps.size() ? began.get(steps.get(i + 1)) : end;
            durations.put(steps.get(i), Math.max(Pace.SHORTEST, next - began.get(steps.get(i))));
        }
        return durations;
    }

    /** Everything, killed on the way as long as that is wanted. */
    void killed(Random instants, BooleanSupplier wanted) throws Exception {
        for (Chapter chapter : new CrashStory().chapters()) {
            chapter.arrival().at(place);
            killed(chapter, instants, wanted);
        }
    }

    private void killed(Chapter chapter, Random instants, BooleanSupplier wanted) throws Exception {
        List<String> steps = pace.steps(chapter.name());
        int reached = 0;
        int killed = 0;
        int refused = 0;
        while (true) {
            BillingProcess run = BillingProcess.start(program, place, chapter.words());
            if (killed >= MOST_KILLS_OF_A_CHAPTER || !wanted.getAsBoolean()) {
                run.end();
            } else if (waitFor(run, steps, aim(instants, steps.size(), reached), instants, chapter.name())) {
                run.kill();
            }
            int status = run.process().exitValue();
            String last = last(run);
            history.add(chapter.name() + " " + last + " " + status);
            if (status == 137) {
                killed++;
                kills.add(chapter.name(), last);
                reached = Math.max(0, steps.indexOf(last));
            } else if (status == BUSY && run.console().contains(IN_USE) && refused < MOST_REFUSALS) {
                // The server has not yet noticed that the last one is gone.
                refused++;
                kills.refused();
            } else {
                requireDone(chapter, run);
                kills.finished();
                return;
            }
        }
    }

    /** The step at which the next kill aims. */
    private static int aim(Random instants, int steps, int reached) {
        int draw = instants.nextInt(100);
        if (draw < 7) {
            return 0;
        }
        int ahead = draw < 55 ? 0 : draw < 85 ? 1 : 2;
        return Math.min(steps - 1, Math.max(1, reached) + ahead);
    }

    /** Waits for an instant within the step, or a later one when it is skipped; whether the run is still there. */
    private boolean waitFor(BillingProcess run, List<String> steps, int target, Random instants, String chapter)
            throws Exception {
        double share = instants.nextDouble() * 1.1;
        while (run.process().isAlive()) {
            String step = last(run);
            if (steps.indexOf(step) >= target) {
                Thread.sleep(Math.round(share * pace.millis(chapter, step)));
                return run.process().isAlive();
            }
            Thread.sleep(WATCH_MILLIS);
        }
        return false;
    }

    private void requireDone(Chapter chapter, BillingProcess run) throws IOException {
        int status = run.process().exitValue();
        if (status != 0 && status != 2) {
            throw new StuckException(chapter.name() + " ended with " + status + ":\n" + run.console());
        }
    }

    private static String last(BillingProcess run) throws IOException {
        List<String> steps = run.steps();
        return steps.get(steps.size() - 1);
    }

    private static long millisSince(long nanos) {
        return (System.nanoTime() - nanos) / 1_000_000;
    }

    /** What differs between two places: rows of tables and files; nothing when all is the same. */
    static List<String> differences(Workplace expected, Workplace found) throws Exception {
        List<String> differences = new ArrayList<>();
        Map<String, List<String>> expectedRows = TableRows.of(expected);
        Map<String, List<String>> foundRows = TableRows.of(found);
        Map<String, List<String>> all = new TreeMap<>(expectedRows);
        all.putAll(foundRows);
        for (String table : all.keySet()) {
            List<String> missing = new ArrayList<>(expectedRows.getOrDefault(table, List.of()));
            List<String> extra = new ArrayList<>(foundRows.getOrDefault(table, List.of()));
            for (String row : List.copyOf(missing)) {
                if (extra.remove(row)) {
                    missing.remove(row);
                }
            }
            missing.forEach(row -> differences.add("table " + table + " lacks " + row));
            extra.forEach(row -> differences.add("table " + table + " has " + row));
        }
        Map<String, byte[]> expectedFiles = expected.delivered();
        Map<String, byte[]> foundFiles = found.delivered();
        Map<String, byte[]> files = new TreeMap<>(expectedFiles);
        files.putAll(foundFiles);
        for (String file : files.keySet()) {
            if (!Arrays.equals(expectedFiles.get(file), foundFiles.get(file))) {
                differences.add("file " + file
                        + (expectedFiles.get(file) == null
                                ? " should not be there"
                                : foundFiles.get(file) == null ? " is missing" : " is another"));
            }
        }
        return differences;
    }
}
