package io.billingcenter.readers.files.csv;

import java.util.ArrayList;
import java.util.List;

/** Collects the faults of several files, so that all of them can be reported at once. */
public final class Problems {

    private final List<Problem> problems = new ArrayList<>();

    /** Adds a fault. */
    public void add(Problem problem) {
        problems.add(problem);
    }

    /** Returns whether no fault has been found so far. */
    public boolean isEmpty() {
        return problems.isEmpty();
    }

    /** Returns the faults by file and line; those of one line keep the order in which they were found. */
    public List<Problem> sorted() {
        return problems.stream().sorted(Problem.ORDER).toList();
    }
}
