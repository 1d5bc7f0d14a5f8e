package io.billingcenter.readers.files.csv;

import java.util.ArrayList;
import java.util.List;

/** Collects the faults of several files, so that all of them can be told at once. */
public final class Problems {

    private final List<Problem> problems = new ArrayList<>();

    /** Adds a fault. */
    public void add(Problem problem) {
        problems.add(problem);
    }

    /** Whether no fault was found so far. */
    public boolean isEmpty() {
        return problems.isEmpty();
    }

    /** The faults by file and line; those of a line in the order in which they were found. */
    public List<Problem> sorted() {
        return problems.stream().sorted(Problem.ORDER).toList();
    }
}
